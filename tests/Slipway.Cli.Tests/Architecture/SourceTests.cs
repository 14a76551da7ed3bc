using System.Text.RegularExpressions;

namespace Slipway.Cli.Tests.Architecture;

/// <summary>Habits that keep the sources readable, checked so that nobody has to watch over them.</summary>
public sealed partial class SourceTests
{
    private const int MaxFileLines = 250;
    private const int MaxGroupLines = 220;
    private const int MaxMethodLines = 60;

    private static readonly string[] VagueNames = ["Utils", "Util", "Helpers", "Helper", "Common", "Manager", "Misc"];

    // Two catalogues, two readers of one format each, and the two places where the gateway's connections and its life come together.
    private static readonly string[] LongFiles =
    [
        "DoctorProblems.cs", "ServiceProblems.cs", "BinaryPlistReader.cs", "DexFileLayout.cs", "GatewayConfigurationReader.cs", "ProxySession.cs", "GatewayHost.cs",
        "RandomProgram.cs", "ZipReaderTests.cs", "IosSigningLoaderTests.cs",
    ];

    private static IEnumerable<string> CSharp => Repository.Files("src", "*.cs").Concat(Repository.Files("tests", "*.cs"));

    [Fact]
    public void No_file_is_long() => Assert.DoesNotContain(
        CSharp.Concat(Repository.Files("shells", "*.java")).Select(f => (File: Repository.Relative(f), Lines: File.ReadLines(f).Count())),
        f => f.Lines > (LongFiles.Contains(Path.GetFileName(f.File)) ? 360 : MaxFileLines));

    [Fact]
    public void A_file_is_named_after_its_type_or_groups_a_few_small_ones() => Assert.Empty(
        from file in Repository.Files("src", "*.cs")
        let text = File.ReadAllText(file)
        let types = TypeDeclaration.Matches(text).Select(m => m.Groups["name"].Value).Distinct().ToList()
        where types.Count == 1
            ? types[0] != Path.GetFileNameWithoutExtension(file).Split('.')[0]
            : types.Count > 15 || (types.Count > 1 && text.Count(c => c == '\n') > MaxGroupLines)
        select $"{Repository.Relative(file)}: {string.Join(", ", types)}");

    [Fact]
    public void No_two_types_have_one_name() => Assert.Empty(
        from file in Repository.Files("src", "*.cs")
        from type in TypeDeclaration.Matches(File.ReadAllText(file)).Select(m => m.Groups["name"].Value).Distinct()
        group Repository.Relative(file) by type into places
        where places.Count() > 1 && !places.All(place => place.StartsWith(Path.GetDirectoryName(places.First())!, StringComparison.Ordinal) && Path.GetFileName(place).StartsWith(places.Key + ".", StringComparison.Ordinal))
        select $"{places.Key}: {string.Join(", ", places)}");

    [Fact]
    public void No_method_is_long() => Assert.Empty(Repository.Files("src", "*.cs").SelectMany(LongMethods));

    [Fact]
    public void No_name_is_vague()
    {
        var types = CSharp.Select(Path.GetFileNameWithoutExtension).Concat(CSharp.Select(f => Path.GetFileName(Path.GetDirectoryName(f))));
        Assert.DoesNotContain(types, name => VagueNames.Any(v => name!.EndsWith(v, StringComparison.Ordinal)));
    }

    [Fact]
    public void Namespaces_follow_folders() => Assert.Empty(
        from file in CSharp
        let declared = Namespace.Match(File.ReadAllText(file)).Groups["name"].Value
        let folder = Repository.Relative(Path.GetDirectoryName(file)!).Replace('/', '.')
        where declared.Length > 0 && folder != "src." + declared && folder != "tests." + declared
        select $"{Repository.Relative(file)} is in {declared}");

    [Fact]
    public void Every_folder_of_sources_has_tests() => Assert.Empty(
        from folder in Repository.Files("src", "*.cs").Select(f => Repository.Relative(Path.GetDirectoryName(f)!)).Distinct()
        where folder.Count(c => c == '/') == 2
        let parts = folder.Split('/')
        // Both programs and their verbs are tested together.
        let tests = Path.Combine(Repository.Root, "tests", parts[1] == "Slipway.Services" ? "Slipway.Cli.Tests" : parts[1] + ".Tests", parts[2])
        where !Directory.Exists(tests) || !Directory.EnumerateFiles(tests, "*.cs", SearchOption.AllDirectories).Any()
        select $"{folder} has no tests");

    [Fact]
    public void Nothing_is_left_to_do_in_comments() => Assert.Empty(
        from file in CSharp.Concat(Repository.Files("shells", "*.java"))
        where Path.GetFileName(file) != "SourceTests.cs"
        from line in File.ReadLines(file)
        where Unfinished.IsMatch(line)
        select $"{Repository.Relative(file)}: {line.Trim()}");

    [Fact]
    public void Scripts_can_be_executed() => Assert.All(
        new[] { "slipway", "test", ".ci/run" },
        script => Assert.True(File.GetUnixFileMode(Path.Combine(Repository.Root, script)).HasFlag(UnixFileMode.UserExecute), script));

    // Members are indented by four spaces and end with a brace in the same column; what is longer than the limit shows.
    private static IEnumerable<string> LongMethods(string file)
    {
        var lines = File.ReadAllLines(file);
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i] != "    {" || !lines[i - 1].TrimEnd().EndsWith(')'))
                continue;
            var end = Array.IndexOf(lines, "    }", i);
            if (end - i - 1 > MaxMethodLines)
                yield return $"{Repository.Relative(file)}:{i} has {end - i - 1} lines";
        }
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Namespace { get; }

    [GeneratedRegex(@"^(public |internal )((static|sealed|abstract|readonly|partial|ref|unsafe) )*(record struct|record class|record|class|struct|interface|enum|delegate \S+) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TypeDeclaration { get; }

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedException", RegexOptions.ExplicitCapture)]
    private static partial Regex Unfinished { get; }
}
