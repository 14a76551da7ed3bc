using System.Text.RegularExpressions;
using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Listing;
using Slipway.Formats.Tests.Fuzz;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Dex.Reading;

public sealed partial class DexReaderTests
{
    private static readonly byte[] Sound = DexSeeds.All[0];

    [Fact]
    public void A_flipped_byte_is_refused()
    {
        for (var at = 0; at < Sound.Length; at++)
        {
            // The signature is not looked at: the runtime does not either.
            if (at is >= 12 and < 32)
                continue;

            var broken = (byte[])Sound.Clone();
            broken[at] ^= 0x10;
            Assert.Throws<MalformedInputException>(() => DexReader.Read(broken));
        }
    }

    [Fact]
    public void Every_shorter_file_is_refused()
    {
        for (var length = 0; length < Sound.Length; length++)
            Assert.Throws<MalformedInputException>(() => DexReader.Read(DexRepair.Repair(Sound[..length])));
    }

    [Fact]
    public void Tables_values_and_annotations_come_back()
    {
        var text = Text(DexReader.Read(Sound));
        Assert.Contains("field l:J access 0x19 = J:4886718345", text, StringComparison.Ordinal);
        Assert.Contains("field d:D access 0x19 = D:4609434218613702656", text, StringComparison.Ordinal);
        Assert.Contains("field s:Ljava/lang/String; access 0x19 = \"\\u00e4\\u20ac\"", text, StringComparison.Ordinal);
        Assert.Contains("parameter 0 annotation Runtime @LNote;(inner = @LInner;(type = Ljava/lang/String;), names = {\"a\", \"b\"}, value = I:3)", text, StringComparison.Ordinal);
        Assert.Contains("annotation System @Ldalvik/annotation/MemberClasses;(value = {LEverything$A;})", text, StringComparison.Ordinal);
        Assert.Contains("fill-array-data v5, 2x3 010002000300", text, StringComparison.Ordinal);
        Assert.Contains("{-5: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_read_and_written_reads_the_same()
    {
        foreach (var dex in NpmPackages.Apks().Where(apk => !apk.Contains("server-v", StringComparison.Ordinal)).SelectMany(ApkDex.Of).Where(dex => dex.Length < 1_000_000).Concat(DexSeeds.All))
        {
            var file = DexReader.Read(dex);
            var again = DexReader.Read(DexWriter.Write(file));
            Assert.Equal(Sorted(file), Sorted(again));
        }
    }

    /// <summary>By class, without addresses, which the assembler may lay out in another way.</summary>
    private static string Sorted(DexFile file)
    {
        var ordered = new DexFile { Version = file.Version };
        ordered.Classes.AddRange(file.Classes.OrderBy(type => type.Type, StringComparer.Ordinal));
        return Short().Replace(Address().Replace(Text(ordered), "@"), "$1");
    }

    private static string Text(DexFile file)
    {
        var output = new StringWriter();
        DexListing.Write(file, output);
        return output.ToString();
    }

    [GeneratedRegex(@"(?<=^    |, |\.\.|: )[0-9a-f]{4,8}(?=:|$|,|\}|\.\.| )", RegexOptions.Multiline)]
    private static partial Regex Address();

    [GeneratedRegex(@"(goto|const-string)(/16|/32|/jumbo)")]
    private static partial Regex Short();
}
