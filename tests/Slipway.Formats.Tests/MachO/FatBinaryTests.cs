using System.Buffers.Binary;
using Slipway.Formats.MachO;

namespace Slipway.Formats.Tests.MachO;

public sealed class FatBinaryTests
{
    private const int SliceAt = 0x4000;

    [Fact]
    public void The_slice_for_devices_is_taken_out()
    {
        var thin = TestMachO.Named("lld14");
        Assert.Equal(thin, FatBinary.Thin(Fat(thin)).ToArray());
        Assert.Equal(thin, FatBinary.Thin(thin).ToArray());
    }

    [Fact]
    public void Lipo_makes_what_is_thinned()
    {
        using var folder = new TemporaryFolder();
        var thin = folder.Add("thin", TestMachO.Named("lld14"));
        ExternalTool.Read("llvm-lipo-14", ["-create", thin, "-output", folder["fat"]]);
        Assert.Equal(File.ReadAllBytes(thin), FatBinary.Thin(File.ReadAllBytes(folder["fat"])).ToArray());
    }

    [Fact]
    public void A_fat_file_is_not_read_as_a_thin_one() => Refused(MachOFault.Fat, () => MachOReader.Read(Fat(TestMachO.Named("lld14"))));

    [Fact]
    public void A_fat_file_within_a_fat_file_is_not_read() =>
        Refused(MachOFault.Fat, () => MachOReader.Read(FatBinary.Thin(Fat(Fat(TestMachO.Named("lld14"))))));

    [Fact]
    public void A_processor_that_is_not_there_is_said() => Refused(MachOFault.NoSlice, () => FatBinary.Thin(Fat(TestMachO.Named("lld14")), 7));

    [Fact]
    public void Slices_that_overlap_are_refused()
    {
        var fat = Fat(TestMachO.Named("lld14"), 2);
        BinaryPrimitives.WriteUInt32BigEndian(fat.AsSpan(28 + 8), SliceAt + 64);
        Refused(MachOFault.Malformed, () => FatBinary.Read(fat));
    }

    [Fact]
    public void A_slice_outside_of_the_file_is_refused()
    {
        var fat = Fat(TestMachO.Named("lld14"));
        BinaryPrimitives.WriteUInt32BigEndian(fat.AsSpan(20), uint.MaxValue);
        Refused(MachOFault.Truncated, () => FatBinary.Read(fat));
    }

    private static void Refused(MachOFault fault, Action read) => Assert.Equal(fault, Assert.Throws<MachOException>(read).Fault);

    public static byte[] Fat(byte[] thin, int slices = 1)
    {
        var fat = new byte[SliceAt + thin.Length];
        BinaryPrimitives.WriteUInt32BigEndian(fat, 0xcafebabe);
        BinaryPrimitives.WriteInt32BigEndian(fat.AsSpan(4), slices);
        for (var i = 0; i < slices; i++)
        {
            var entry = fat.AsSpan(8 + (i * 20));
            BinaryPrimitives.WriteUInt32BigEndian(entry, MachOImage.Arm64);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], SliceAt);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], thin.Length / slices);
        }

        thin.CopyTo(fat, SliceAt);
        return fat;
    }
}
