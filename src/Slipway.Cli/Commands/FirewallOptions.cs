using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Slipway.Firewall;

namespace Slipway.Cli.Commands;

/// <summary>Options of firewall rules: the destinations to allow, and the product that enforces the rules.</summary>
internal sealed class FirewallOptions
{
    private const int MostPrefixes = 100_000;
    private const double UsualExtra = 5;
    private const double MostExtra = 1000;
    private const string SystemResolver = "system";

    public Option<string> Format { get; } = new("--format")
    {
        Description = $"The product that enforces the rules: {string.Join(", ", RuleTargets.All.Select(t => t.Name))}.",
        HelpName = "format",
        DefaultValueFactory = _ => "plain",
    };

    public Option<string> By { get; } = new("--by") { Description = "Write rules by host name or by IP address.", HelpName = "domain|ip", DefaultValueFactory = _ => "ip" };

    public Option<string[]> Domain { get; } = new("--domain") { Description = "With --by domain: a host name to allow. Repeatable.", HelpName = "name" };

    public FirewallSourceOptions Source { get; } = new();

    public Option<int?> Fit { get; } = new("--fit") { Description = "Merge prefixes until each address family has at most this many, and report how many extra addresses that allows.", HelpName = "count" };

    public Option<double> MaxExtra { get; } = new("--max-extra")
    {
        Description = "With --fit: fail if merging allows more extra addresses than this, in percent.",
        HelpName = "percent",
        DefaultValueFactory = _ => UsualExtra,
    };

    public Option<int?> Part { get; } = new("--part") { Description = "If the format limits the number of rules: write only this part of them, counting from 1.", HelpName = "number" };

    public Option<string[]> Address { get; } = new("--address") { Description = "With --format hosts: a fixed address of the names. Repeatable.", HelpName = "address" };

    public Option<string?> Proxy { get; } = new("--proxy") { Description = "With --format pac: the proxy that clients use.", HelpName = "host:port" };

    public Option<int[]> Port { get; } = new("--port") { Description = "TCP port to allow. Repeatable.", HelpName = "port", DefaultValueFactory = _ => [443] };

    public Option<string[]> Resolver { get; } = new("--resolver") { Description = "Name server to allow, by address, or \"system\" for those of this machine. Repeatable. Default: any.", HelpName = "address|system" };

    public Option<bool> Drop { get; } = new("--drop") { Description = "Drop refused connections silently instead of rejecting them." };

    public Option<bool> NoLog { get; } = new("--no-log") { Description = "Do not log refused connections." };

    public Option<string?> Out { get; } = new("--out") { Description = "Write the rules to a file instead of printing them.", HelpName = "file" };

    public void AddTo(Command command)
    {
        Format.AcceptOnlyFromAmong([.. RuleTargets.All.Select(t => t.Name)]);
        By.AcceptOnlyFromAmong("domain", "ip");
        foreach (var option in new Option[] { Format, By, Domain })
            command.Options.Add(option);
        Source.AddTo(command);
        foreach (var option in new Option[] { Fit, MaxExtra, Part, Address, Proxy, Port, Resolver, Drop, NoLog, Out })
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            Validate(result, Port, "a number from 1 to 65535", t => IsNumber(t, 65535));
            Validate(result, Resolver, "an IP address", t => t == SystemResolver || IsAddress(t));
            Validate(result, Address, "an IP address", IsAddress);
            Validate(result, Fit, $"a number from 1 to {MostPrefixes}", t => IsNumber(t, MostPrefixes));
            Validate(result, Part, $"a number from 1 to {MostPrefixes}", t => IsNumber(t, MostPrefixes));
            Validate(result, MaxExtra, $"a number from 0 to {MostExtra}", t => double.TryParse(t, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= MostExtra);
            Validate(result, Proxy, "host:port", IsProxy);
            var names = (result.GetResult(Domain)?.Tokens.Count ?? 0) > 0;
            if (names != (result.GetResult(By)?.Tokens is [{ Value: "domain" }]))
                result.AddError("--by domain and --domain need each other.");
        });
    }

    public async Task<RuleSet> RulesAsync(ParseResult result, CancellationToken cancellation)
    {
        var rules = result.GetValue(By) == "domain"
            ? RuleSets.ByDomain(result.GetValue(Domain) ?? [])
            : RuleSets.ByAddress(await Source.ReadAsync(result, cancellation), Source.Filter(result), result.GetValue(Fit), result.GetValue(MaxExtra));
        return Complete(result, rules);
    }

    public RuleSet Complete(ParseResult result, RuleSet rules) => rules with
    {
        Ports = [.. result.GetRequiredValue(Port).Distinct()],
        Resolvers = [.. (result.GetValue(Resolver) ?? []).SelectMany(r => r == SystemResolver ? SystemResolvers.Find() : [IPAddress.Parse(r)]).Distinct()],
        Addresses = [.. (result.GetValue(Address) ?? []).Select(IPAddress.Parse)],
        Proxy = result.GetValue(Proxy),
        Part = result.GetValue(Part),
        Drop = result.GetValue(Drop),
        Log = !result.GetValue(NoLog),
    };

    private static void Validate(CommandResult result, Option option, string what, Func<string, bool> isRight)
    {
        if (result.GetResult(option)?.Tokens.Any(t => !isRight(t.Value)) == true)
            result.AddError($"{option.Name} is {what}.");
    }

    private static bool IsNumber(string text, int most) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most;

    private static bool IsAddress(string text) => IPAddress.TryParse(text, out var address) && address.ToString().Equals(text, StringComparison.OrdinalIgnoreCase);

    // The value becomes part of a script, so only a host and a port are valid.
    private static bool IsProxy(string text) =>
        text.LastIndexOf(':') is > 0 and var colon
        && IsNumber(text[(colon + 1)..], 65535)
        && Uri.CheckHostName(text[..colon]) is UriHostNameType.Dns or UriHostNameType.IPv4;
}
