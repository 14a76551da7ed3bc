using System.Text.RegularExpressions;

namespace Slipway.Cli.Tests.Architecture;

/// <summary>The import table of ARCHITECTURE.md.</summary>
public sealed partial class ImportTests
{
    private static readonly AssemblyFacts Formats = new("Slipway.Formats");
    private static readonly AssemblyFacts Protocol = new("Slipway.Protocol");
    private static readonly AssemblyFacts Listening = new("Slipway.Listening");
    private static readonly AssemblyFacts Signing = new("Slipway.Signing");
    private static readonly AssemblyFacts Deploy = new("Slipway.Deploy");
    private static readonly AssemblyFacts Build = new("Slipway.Build");
    private static readonly AssemblyFacts Worker = new("Slipway.Worker");
    private static readonly AssemblyFacts Connect = new("Slipway.Connect");
    private static readonly AssemblyFacts Diagnosis = new("Slipway.Diagnosis");
    private static readonly AssemblyFacts Firewall = new("Slipway.Firewall");
    private static readonly AssemblyFacts Gateway = new("Slipway.Gateway");
    private static readonly AssemblyFacts Server = new("Slipway.Server");
    private static readonly AssemblyFacts Cli = new("Slipway.Cli");

    [Fact]
    public void Formats_knows_only_the_runtime_and_two_libraries() =>
        Assert.Empty(Foreign(Formats).Except(["BouncyCastle.Cryptography", "System.Security.Cryptography.Pkcs"]));

    [Fact]
    public void Protocol_knows_only_the_runtime() => Assert.Empty(Foreign(Protocol));

    [Fact]
    public void Listening_knows_problems_and_the_web_framework() => Assert.DoesNotContain(
        Foreign(Listening), r => r != "Slipway.Protocol" && !r.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) && !r.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));

    [Fact]
    public void Signing_knows_formats_and_problems() => Assert.Empty(Foreign(Signing).Except(["Slipway.Formats", "Slipway.Protocol"]));

    [Fact]
    public void Deploy_knows_formats_problems_and_codes() => Assert.Empty(Foreign(Deploy).Except(["Slipway.Formats", "Slipway.Protocol", "QRCoder"]));

    [Fact]
    public void The_firewall_knows_only_problems_and_the_runtime() => Assert.Empty(Foreign(Firewall).Except(["Slipway.Protocol"]));

    [Fact]
    public void Connect_knows_only_problems_and_the_runtime() => Assert.Empty(Foreign(Connect).Except(["Slipway.Protocol"]));

    [Fact]
    public void The_doctor_knows_proxies_rules_and_problems_and_never_the_web_framework() =>
        Assert.Empty(Foreign(Diagnosis).Except(["Slipway.Connect", "Slipway.Firewall", "Slipway.Protocol"]));

    [Fact]
    public void The_gateway_knows_problems_proxies_rules_the_web_framework_and_what_passes_requests_on() => Assert.DoesNotContain(
        Foreign(Gateway), r => r is not ("Slipway.Protocol" or "Slipway.Listening" or "Slipway.Connect" or "Slipway.Firewall" or "Yarp.ReverseProxy" or "BCrypt-Net-Next" or "Microsoft.AspNetCore") && !r.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) && !r.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));

    [Fact]
    public void Build_knows_the_libraries_below_it_and_what_draws() =>
        Assert.Empty(Foreign(Build).Except(["Slipway.Formats", "Slipway.Protocol", "Slipway.Signing", "Slipway.Deploy", "SkiaSharp", "Svg.Skia"]));

    [Fact]
    public void The_worker_knows_what_builds_and_never_the_server() => Assert.Empty(
        Foreign(Worker).Except(["Slipway.Formats", "Slipway.Protocol", "Slipway.Signing", "Slipway.Deploy", "Slipway.Build"]));

    [Fact]
    public void The_verbs_of_the_native_program_never_know_the_web_framework() => Assert.Empty(Foreign(Cli).Except(
        ["Slipway.Formats", "Slipway.Protocol", "Slipway.Signing", "Slipway.Deploy", "Slipway.Build", "Slipway.Connect", "Slipway.Firewall", "Slipway.Diagnosis", "System.CommandLine"]));

    [Fact]
    public void What_the_native_program_holds_is_compiled_ahead_of_time_without_warnings()
    {
        var held = Held("Slipway.Native").Distinct().Order().ToList();
        Assert.Contains("Slipway.Formats", held);
        Assert.All(held, name => Assert.Contains("<IsAotCompatible>true</IsAotCompatible>", File.ReadAllText(Project(name)), StringComparison.Ordinal));

        static string Project(string name) => Repository.PathOf($"src/{name}/{name}.csproj");
        static IEnumerable<string> Held(string name) =>
            from Match reference in ProjectReference().Matches(File.ReadAllText(Project(name)))
            let project = reference.Groups["name"].Value
            from held in Held(project).Prepend(project)
            select held;
    }

    [Fact]
    public void The_server_cannot_read_an_archive()
    {
        Assert.DoesNotContain("Slipway.Build", Server.References);
        Assert.All(
            Server.Types.Where(t => t.StartsWith("Slipway.Formats.", StringComparison.Ordinal)),
            t => Assert.True(t.StartsWith("Slipway.Formats.Keys.", StringComparison.Ordinal) || t.StartsWith("Slipway.Formats.Provisioning.", StringComparison.Ordinal) || t.StartsWith("Slipway.Formats.Names.", StringComparison.Ordinal), t));
    }

    [Theory]
    [InlineData("System.DateTime.get_Now")]
    [InlineData("System.DateTime.get_UtcNow")]
    [InlineData("System.DateTime.get_Today")]
    [InlineData("System.DateTimeOffset.get_Now")]
    [InlineData("System.DateTimeOffset.get_UtcNow")]
    [InlineData("System.TimeProvider.get_System")]
    [InlineData("System.Environment.get_TickCount64")]
    [InlineData("System.Environment.GetEnvironmentVariable")]
    [InlineData("System.Diagnostics.Stopwatch.GetTimestamp")]
    public void Formats_has_no_clock_and_no_environment(string member) => Assert.DoesNotContain(member, Formats.Members);

    [Fact]
    public void Formats_has_no_network_and_starts_no_process() =>
        Assert.DoesNotContain(Formats.Types, t => t.StartsWith("System.Net.", StringComparison.Ordinal) || t == "System.Diagnostics.Process");

    [Fact]
    public void The_facts_are_not_empty()
    {
        Assert.Contains("System.String.Concat", Formats.Members);
        Assert.Contains("System.DateTimeOffset.get_UtcNow", Build.Members);
        Assert.Contains("Slipway.Protocol", Foreign(Signing));
        Assert.Contains("QRCoder", Foreign(Deploy));
        Assert.Contains("Slipway.Protocol", Foreign(Firewall));
        Assert.Contains("Slipway.Connect", Foreign(Diagnosis));
        Assert.Contains("Slipway.Protocol", Foreign(Gateway));
        Assert.Contains("Dapper", Server.References);
        Assert.Contains("ProblemCatalogue", Protocol.DefinedTypes);
    }

    [Fact]
    public void Only_keys_touch_bouncy_castle() => Assert.All(
        Repository.Files("src", "*.cs").Where(f => File.ReadAllText(f).Contains("Org.BouncyCastle", StringComparison.Ordinal)),
        f => Assert.StartsWith("src/Slipway.Formats/Keys/", Repository.Relative(f), StringComparison.Ordinal));

    [Fact]
    public void Formats_never_mentions_problems() => Assert.All(
        Repository.Files("src/Slipway.Formats", "*.cs"),
        f => Assert.DoesNotContain("Slipway.Protocol", File.ReadAllText(f), StringComparison.Ordinal));

    private static IEnumerable<string> Foreign(AssemblyFacts facts) =>
        facts.References.Where(r => !IsRuntime(r));

    private static bool IsRuntime(string reference) =>
        reference.StartsWith("System.", StringComparison.Ordinal) && reference is not ("System.Security.Cryptography.Pkcs" or "System.CommandLine")
        || reference.StartsWith("Microsoft.Win32.", StringComparison.Ordinal)
        || reference is "System" or "netstandard";

    [GeneratedRegex("""<ProjectReference Include="\.\./(?<name>[\w.]+)/""")]
    private static partial Regex ProjectReference();
}
