using System.CommandLine;
using System.Globalization;
using System.Net;
using Slipway.Gateway.Firewall;

namespace Slipway.Cli.Commands;

/// <summary>The options of rules: what may be reached, and who enforces it.</summary>
internal sealed class FirewallOptions
{
    private const int MostPrefixes = 100_000;
    private const double UsualExtra = 5;

    public Option<string> Format { get; } = new("--format")
    {
        Description = $"The product that enforces the rules: {string.Join(", ", RuleTargets.All.Select(t => t.Name))}.",
        HelpName = "format",
        DefaultValueFactory = _ => "plain",
    };

    public Option<string> By { get; } = new("--by") { Description = "Allow by name or by address.", HelpName = "domain|ip", DefaultValueFactory = _ => "ip" };

    public Option<string[]> Domain { get; } = new("--domain") { Description = "With --by domain: a host name that may be reached; can be repeated.", HelpName = "name" };

    public FirewallSourceOptions Source { get; } = new();

    public Option<int?> Fit { get; } = new("--fit") { Description = "Merge prefixes until each family has at most so many; counts the addresses that come with it.", HelpName = "count" };

    public Option<double> MaxExtra { get; } = new("--max-extra")
    {
        Description = "With --fit: refuse when more addresses than this come with it, in percent.",
        HelpName = "percent",
        DefaultValueFactory = _ => UsualExtra,
    };

    public Option<int[]> Port { get; } = new("--port") { Description = "TCP port that may be reached; can be repeated.", HelpName = "port", DefaultValueFactory = _ => [443] };

    public Option<string[]> Resolver { get; } = new("--resolver") { Description = "Address of a name server that may be asked; can be repeated. Any when left out.", HelpName = "address" };

    public Option<bool> Drop { get; } = new("--drop") { Description = "Leave refused connections without an answer instead of refusing them at once." };

    public Option<bool> NoLog { get; } = new("--no-log") { Description = "Do not log refused connections." };

    public Option<string?> Out { get; } = new("--out") { Description = "Write the rules to a file instead of printing them.", HelpName = "file" };

    public void AddTo(Command command)
    {
        Format.AcceptOnlyFromAmong([.. RuleTargets.All.Select(t => t.Name)]);
        By.AcceptOnlyFromAmong("domain", "ip");
        foreach (var option in new Option[] { Format, By, Domain })
            command.Options.Add(option);
        Source.AddTo(command);
        foreach (var option in new Option[] { Fit, MaxExtra, Port, Resolver, Drop, NoLog, Out })
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            foreach (var token in result.GetResult(Port)?.Tokens ?? [])
            {
                if (!int.TryParse(token.Value, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
                    result.AddError("--port is a number from 1 to 65535.");
            }

            foreach (var token in result.GetResult(Resolver)?.Tokens ?? [])
            {
                if (!IPAddress.TryParse(token.Value, out var address) || !address.ToString().Equals(token.Value, StringComparison.OrdinalIgnoreCase))
                    result.AddError("--resolver is an IP address.");
            }

            if (result.GetResult(Fit)?.Tokens is [var fit] && (!int.TryParse(fit.Value, CultureInfo.InvariantCulture, out var count) || count is < 1 or > MostPrefixes))
                result.AddError($"--fit is a number from 1 to {MostPrefixes}.");
            var names = (result.GetResult(Domain)?.Tokens.Count ?? 0) > 0;
            if (names != (result.GetResult(By)?.Tokens is [{ Value: "domain" }]))
                result.AddError("--by domain and --domain go together.");
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
        Resolvers = [.. (result.GetValue(Resolver) ?? []).Select(IPAddress.Parse)],
        Drop = result.GetValue(Drop),
        Log = !result.GetValue(NoLog),
    };
}
