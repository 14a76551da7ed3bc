using Slipway.Formats.Dex;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Dex;

/// <summary>Files of other compilers, read and written again, say the same to dexdump.</summary>
public sealed class DexRoundTripTests
{
    /// <summary>The full listing of a larger file takes dexdump a minute.</summary>
    private const int LargestListed = 400_000;

    public static TheoryData<string> Apks => [.. NpmPackages.Apks().Select(a => Path.GetFileName(a)).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Apks))]
    public void A_real_file_read_and_written_says_the_same_to_dexdump(string apk)
    {
        foreach (var dex in ApkDex.Of(NpmPackages.Apks().First(a => Path.GetFileName(a) == apk)))
        {
            var written = DexWriter.Write(DexReader.Read(dex));
            Assert.Equal("", DexDumpText.Complaint(written));
            if (dex.Length <= LargestListed)
                Assert.Equal(DexDumpText.Of(dex), DexDumpText.Of(written));
        }
    }

    [Fact]
    public void Writing_what_was_written_changes_no_byte()
    {
        var dex = ApkDex.Of(NpmPackages.Apks()[0])[0];
        var once = DexWriter.Write(DexReader.Read(dex));
        Assert.Equal(once, DexWriter.Write(DexReader.Read(once)));
    }

    [Fact]
    public void A_changed_literal_shows_in_the_listing()
    {
        var dex = ApkDex.Of(NpmPackages.Apks()[0]).MinBy(d => d.Length)!;
        var file = DexReader.Read(dex);
        var literal = file.Classes.SelectMany(c => c.Methods).SelectMany(m => m.Code?.Instructions ?? []).First(i => i.Opcode == DexOpcode.Const4);
        literal.Literal ^= 1;
        Assert.NotEqual(DexDumpText.Of(dex), DexDumpText.Of(DexWriter.Write(file)));
    }
}
