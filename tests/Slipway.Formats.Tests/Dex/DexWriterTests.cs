using System.Buffers.Binary;
using System.Security.Cryptography;
using Slipway.Formats.ClassFile;
using Slipway.Formats.Dex;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Dex;

public sealed class DexWriterTests
{
    private const int ChecksumOffset = 8;
    private const int FirstStringIdOffset = 0x70;
    private const int StringIdsSize = 0x38;
    private const int MethodIdsSize = 0x58;

    [Theory]
    [InlineData("gson", 24)]
    [InlineData("gson", 26)]
    [InlineData("commons-codec", 28)]
    [InlineData("commons-lang3", 24)]
    public void Dexdump_accepts_what_is_compiled_from_a_real_jar(string jar, int minSdk)
    {
        var files = Compile(jar, new DexOptions(minSdk));
        Assert.Single(files);
        Assert.Equal("", DexDumpText.Complaint(files[0]));
    }

    [Fact]
    public void The_order_of_the_classes_and_a_second_run_do_not_change_a_byte()
    {
        var classes = DebianJars.Classes("gson").Select(c => ClassFileReader.Read(c.Value, c.Key)).ToList();
        var first = DexCompiler.Compile(classes, new DexOptions(24)).DexFiles[0];
        classes.Reverse();
        Assert.Equal(first, DexCompiler.Compile(classes, new DexOptions(24)).DexFiles[0]);
    }

    [Fact]
    public void A_lower_limit_of_references_gives_several_files_that_dexdump_accepts()
    {
        var files = Compile("commons-lang3", new DexOptions(24) { MaxReferences = 2000 });
        Assert.True(files.Count > 1);
        foreach (var file in files)
        {
            Assert.Equal("", DexDumpText.Complaint(file));
            Assert.True(BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(MethodIdsSize)) <= 2000);
        }
    }

    [Fact]
    public void Several_files_are_refused_for_devices_that_load_one()
    {
        var classes = DebianJars.Classes("commons-codec").Select(c => ClassFileReader.Read(c.Value, c.Key)).ToList();
        var output = DexCompiler.Compile(classes, new DexOptions(19) { MaxReferences = 300 });
        Assert.False(output.Succeeded);
    }

    [Theory]
    [InlineData(ChecksumOffset)]
    [InlineData(FirstStringIdOffset)]
    public void Dexdump_rejects_a_changed_byte(int offset)
    {
        var dex = Compile("gson", new DexOptions(24))[0].ToArray();
        dex[offset] ^= 0x55;
        if (offset != ChecksumOffset)
            Reseal(dex);
        Assert.NotEqual("", DexDumpText.Complaint(dex));
    }

    [Theory]
    [InlineData(StringIdsSize, 4)]
    [InlineData(MethodIdsSize, 8)]
    public void Dexdump_rejects_two_identifiers_in_the_wrong_order(int table, int size)
    {
        var dex = Compile("gson", new DexOptions(24))[0].ToArray();
        var start = BinaryPrimitives.ReadInt32LittleEndian(dex.AsSpan(table + 4)) + (4 * size);
        var first = dex.AsSpan(start, size).ToArray();
        dex.AsSpan(start + size, size).CopyTo(dex.AsSpan(start));
        first.CopyTo(dex.AsSpan(start + size));
        Reseal(dex);
        Assert.NotEqual("", DexDumpText.Complaint(dex));
    }

    private static IReadOnlyList<byte[]> Compile(string jar, DexOptions options) =>
        RoundTrip.Compile([.. DebianJars.Classes(jar).Where(c => !c.Key.StartsWith("META-INF/", StringComparison.Ordinal)).Select(c => ClassFileReader.Read(c.Value, c.Key))], options);

    private static void Reseal(byte[] dex)
    {
        SHA1.HashData(dex.AsSpan(32), dex.AsSpan(12, SHA1.HashSizeInBytes));
        BinaryPrimitives.WriteUInt32LittleEndian(dex.AsSpan(8), Adler32.Compute(dex.AsSpan(12)));
    }
}
