using System.Text;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.Zip;

public sealed class NoiseDetectorTests
{
    [Theory]
    [InlineData(4096)]
    [InlineData(20_000)]
    [InlineData(1_000_003)]
    public void Random_bytes_are_noise_and_deflating_does_not_help_them(int length)
    {
        var bytes = Random(length);
        Assert.True(NoiseDetector.Is(bytes));
        Assert.True(Deflater.Whole(bytes, 5).IsStored);
        Assert.False(Deflater.Helps(Deflater.Block(bytes, 5).Bytes.Length, length));
    }

    [Fact]
    public void Random_bytes_that_are_there_twice_are_not_noise()
    {
        var half = Random(10_000);
        byte[] twice = [.. half, .. half];
        Assert.False(NoiseDetector.Is(twice));
        Assert.False(Deflater.Whole(twice, 5).IsStored);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(16)]
    public void A_part_of_text_in_random_bytes_is_noticed(int part)
    {
        var bytes = Random(64_000);
        Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("var answer = 42; ", 64_000 / part / 17))).CopyTo(bytes, 100);
        Assert.False(NoiseDetector.Is(bytes));
    }

    [Fact]
    public void What_is_short_is_never_noise() => Assert.False(NoiseDetector.Is(Random(4095)));

    [Fact]
    public void Bytes_that_are_more_even_than_chance_are_not_noise() =>
        Assert.False(NoiseDetector.Is([.. Enumerable.Range(0, 65_536).Select(i => (byte)i)]));

    private static byte[] Random(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }
}
