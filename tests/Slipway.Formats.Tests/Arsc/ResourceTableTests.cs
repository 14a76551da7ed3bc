using System.Text.RegularExpressions;
using CsCheck;
using Slipway.Formats.Arsc;

namespace Slipway.Formats.Tests.Arsc;

public partial class ResourceTableTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Names_ids_and_configurations_of_real_tables_are_those_that_aapt2_reads(int index)
    {
        var apk = RealPackages.Paths.ElementAt(index);
        var table = ResourceTableReader.Read(RealPackages.Table(apk));
        List<string> theirs = [.. RealPackages.Aapt2("dump", "resources", apk).Split('\n').Select(Essence).Where(line => line.Length > 0).Order(StringComparer.Ordinal)];

        List<string> ours = [.. Lines(table).Order(StringComparer.Ordinal)];
        Assert.Equal(Counts(theirs), Counts(ours));
    }

    [Fact]
    public void A_real_table_survives_writing_and_reading()
    {
        var table = ResourceTableReader.Read(RealPackages.Table(NpmPackages.Apks()[0]));

        var again = ResourceTableReader.Read(ResourceTableWriter.Write(table));

        Assert.Equal(Lines(table).Order(StringComparer.Ordinal), Lines(again).Order(StringComparer.Ordinal));
        Assert.Equal(Values(table), Values(again));
    }

    [Fact]
    public void Styled_and_long_strings_survive()
    {
        var table = new ResourceTable { Packages = { new ResourcePackage(0x7f, "a.b") { Types = { new ResourceType(1, "string") } } } };
        StyledString[] texts = [new("plain 🌱"), new("a bold word", [new StringSpan("b", 2, 5)]), new(new string('x', 40_000)), new("")];
        for (var i = 0; i < texts.Length; i++)
        {
            var entry = new ResourceEntry((ushort)(i * 2), "s" + i);
            entry.Values.Add(new ConfiguredValue(ResourceConfiguration.Any, new ResourceValue.Simple(new TypedValue(TypedValueKind.String, 0, texts[i]))));
            table.Packages[0].Types[0].Entries.Add(entry);
        }

        Assert.Equal(Values(table), Values(ResourceTableReader.Read(ResourceTableWriter.Write(table))));
    }

    [Fact]
    public void Broken_tables_are_read_or_refused()
    {
        var seed = ResourceTableWriter.Write(Small());
        Gen.Select(Gen.Int[0, seed.Length - 1], Gen.Byte, Gen.Int[0, seed.Length - 1], Gen.Byte, Gen.Int[0, seed.Length]).Sample(
            (i, a, j, b, cut) =>
            {
                var bytes = (byte[])seed.Clone();
                bytes[i] = a;
                bytes[j] = b;
                try
                {
                    ResourceTableReader.Read(cut % 7 == 0 ? bytes.AsSpan(0, cut) : bytes);
                }
                catch (MalformedInputException)
                {
                }
            },
            iter: 20_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("de")]
    [InlineData("pt-rBR")]
    [InlineData("b+sr+Latn")]
    [InlineData("fil")]
    [InlineData("mcc310-mnc4-en-rUS-ldrtl-sw320dp-w400dp-h500dp-large-long-round-widecg-highdr-port-car-night-tvdpi-finger-keyssoft-qwerty-navhidden-dpad-1024x768-v30")]
    public void Qualifiers_are_read_and_written(string text)
    {
        Assert.True(ResourceQualifiers.TryParse(text, out var configuration));
        Assert.Equal(text, ResourceQualifiers.Format(configuration));
    }

    [Theory]
    [InlineData("night-port")]
    [InlineData("v31-night")]
    [InlineData("nonsense")]
    [InlineData("de-")]
    public void Unknown_or_misplaced_qualifiers_are_refused(string text) => Assert.False(ResourceQualifiers.TryParse(text, out _));

    private static IEnumerable<string> Counts(IEnumerable<string> lines) => lines.CountBy(line => line).Select(pair => $"{pair.Key} x{pair.Value}");

    private static ResourceTable Small()
    {
        var type = new ResourceType(1, "style");
        for (ushort i = 0; i < 4; i++)
        {
            var entry = new ResourceEntry(i, "e" + i);
            entry.Values.Add(new ConfiguredValue(ResourceConfiguration.Any, new ResourceValue.Bag(0, [new BagItem(0x01010001, TypedValue.String("v" + i)), new BagItem(0x01010002, TypedValue.Integer(i))])));
            entry.Values.Add(new ConfiguredValue(new ResourceConfiguration { Language = "de", SdkVersion = 26 }, new ResourceValue.Simple(new TypedValue(TypedValueKind.String, 0, new StyledString("bold", [new StringSpan("b", 0, 1)])))));
            type.Entries.Add(entry);
        }

        return new ResourceTable { Packages = { new ResourcePackage(0x7f, "a.b") { Types = { type } } } };
    }

    private static IEnumerable<string> Lines(ResourceTable table) =>
        from package in table.Packages
        from type in package.Types
        from entry in type.Entries
        from line in entry.Values.Select(value => $"({value.Configuration})").Prepend($"0x{package.IdOf(type, entry):x8} {type.Name}/{entry.Name}")
        select line;

    private static IEnumerable<string> Values(ResourceTable table) =>
        from type in table.Packages[0].Types
        from entry in type.Entries
        from value in entry.Values.OrderBy(v => v.Configuration, ConfigurationOrder.Instance)
        select value.Value is ResourceValue.Bag bag ? $"{bag.Parent}: {string.Join(", ", bag.Items)}" : value.Value.ToString()!;

    /// <summary>A network code of 0 is stored as 65535, which aapt2 prints as it is.</summary>
    private static string Essence(string line) => Part(line).Replace("mnc65535", "mnc0", StringComparison.Ordinal);

    private static string Part(string line) =>
        Resource().Match(line) is { Success: true } resource ? resource.Groups["what"].Value
        : Configuration().Match(line) is { Success: true } configuration ? configuration.Groups["what"].Value
        : "";

    [GeneratedRegex(@"^(    |        \[)resource (?<what>0x\w+ \S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Resource();

    /// <summary>Behind an empty array aapt2 ends no line, so the next configuration stands behind its bracket.</summary>
    [GeneratedRegex(@"^(      |        \[)(?<what>\([^ )]*\)) ", RegexOptions.ExplicitCapture)]
    private static partial Regex Configuration();
}
