using System.Text;
using CsCheck;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.Zip;

public sealed class Crc32Tests
{
    [Fact]
    public void The_check_value_of_the_specification_is_met() =>
        Assert.Equal(0xcbf43926u, Crc32.Of("123456789"u8));

    [Fact]
    public void Long_contents_fold_to_the_same_as_bit_by_bit() =>
        Gen.Byte.Array[0, 700].Sample(content => Assert.Equal(BitByBit(content), Crc32.Of(content)));

    [Fact]
    public void Parts_add_up() =>
        Gen.Select(Gen.Byte.Array[0, 400], Gen.Byte.Array[0, 400]).Sample((first, second) =>
            Assert.Equal(Crc32.Of([.. first, .. second]), Crc32.Append(Crc32.Of(first), second)));

    [Fact]
    public void A_changed_bit_changes_it() =>
        Assert.NotEqual(Crc32.Of(Encoding.ASCII.GetBytes(new string('a', 500))), Crc32.Of(Encoding.ASCII.GetBytes(new string('a', 499) + "c")));

    private static uint BitByBit(byte[] content)
    {
        var state = uint.MaxValue;
        foreach (var value in content)
        {
            state ^= value;
            for (var bit = 0; bit < 8; bit++)
                state = (state & 1) != 0 ? (state >> 1) ^ 0xedb88320 : state >> 1;
        }

        return ~state;
    }
}
