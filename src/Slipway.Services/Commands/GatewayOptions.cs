using System.CommandLine;
using System.CommandLine.Parsing;
using Slipway.Gateway.Configuration;
using Slipway.Gateway.Policy;

namespace Slipway.Services.Commands;

/// <summary>Options of <c>slipway gateway</c>. They extend or replace the settings of the configuration file.</summary>
internal sealed class GatewayOptions
{
    private const string CommandLine = "--allow";

    public Option<string[]> Allow { get; } = new("--allow") { Description = "What clients may reach: host, *.host or network, with an optional :port (default 443), and +plain for traffic without TLS.", HelpName = "rule", AllowMultipleArgumentsPerToken = true };

    public Option<string[]> Listen { get; } = new("--listen") { Description = "Addresses to listen on. Default: 127.0.0.1:3128.", HelpName = "address:port", AllowMultipleArgumentsPerToken = true };

    public Option<string?> Config { get; } = new("--config") { Description = "Configuration file (see docs/gateway.md), reloaded when it changes and on SIGHUP.", HelpName = "file" };

    public Option<string?> Service { get; } = new("--service", "--builder") { Description = "Allow all hosts on the signed host list of this service.", HelpName = "url" };

    public Option<string?> ServiceKey { get; } = new("--service-key", "--builder-key") { Description = "Key that must sign the host list, as slipway serve prints it. Default: trust the key seen first.", HelpName = "sha256:..." };

    public Option<string?> Log { get; } = new("--log") { Description = "File for the log, one line of JSON per request; - for standard output.", HelpName = "file" };

    public Option<string?> Admin { get; } = new("--admin") { Description = "Address for /healthz, /readyz, /metrics, /proxy.pac and /status.", HelpName = "address:port" };

    public Option<bool> ReportOnly { get; } = new("--report-only") { Description = "Allow what no rule allows, but log it as would-deny, to learn what clients need." };

    public Option<bool> Check { get; } = new("--check") { Description = "Check the configuration, show what it allows, and exit." };

    public Option<bool> Json { get; } = new("--json") { Description = "Print one line of JSON for each event." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Allow, Listen, Config, Service, ServiceKey, Log, Admin, ReportOnly, Check, Json })
            command.Options.Add(option);
        Allow.Validators.Add(result => Refuse(result, text => AllowRule.TryParse(text, out _) ? text : throw new FormatException($"{text} is not a host, *.host or network, with an optional :port.")));
        Listen.Validators.Add(result => Refuse(result, SettingParser.Listen));
        Admin.Validators.Add(result => Refuse(result, SettingParser.Listen));
        Service.Validators.Add(result => Refuse(result, SettingParser.Service));
        ServiceKey.Validators.Add(result => Refuse(result, SettingParser.Thumbprint));
        command.Validators.Add(result =>
        {
            if (result.GetResult(ServiceKey) is not null && result.GetResult(Service) is null)
                result.AddError("--service-key needs --service.");
        });
    }

    /// <summary>Returns the settings.</summary>
    /// <exception cref="Protocol.Problems.ProblemException">The file cannot be used.</exception>
    public GatewayConfiguration Read(ParseResult result)
    {
        var file = result.GetValue(Config) is { } path ? GatewayConfigurationReader.Read(path) : new GatewayConfiguration();
        var rules = (result.GetValue(Allow) ?? []).Select(text => new WrittenRule(text, CommandLine)).ToList();
        if (result.GetValue(Service) is not null && !file.Allow.Any(r => r.IsServiceHosts))
            rules.Add(new WrittenRule(WrittenRule.ServiceHosts, "--service"));
        return file with
        {
            Allow = [.. file.Allow, .. rules],
            Listen = result.GetValue(Listen) is { Length: > 0 } places ? [.. places.Select(SettingParser.Listen)] : file.Listen,
            Service = result.GetValue(Service) is { } builder ? new HostListSource(SettingParser.Service(builder), result.GetValue(ServiceKey)) : file.Service,
            Log = result.GetValue(Log) is { } log ? (log == "-" ? log : Path.GetFullPath(log)) : file.Log,
            Admin = result.GetValue(Admin) is { } admin ? SettingParser.Listen(admin) : file.Admin,
            ReportOnly = file.ReportOnly || result.GetValue(ReportOnly),
        };
    }

    private static void Refuse<T>(OptionResult result, Func<string, T> read)
    {
        foreach (var token in result.Tokens)
        {
            try
            {
                read(token.Value);
            }
            catch (FormatException e)
            {
                result.AddError($"{result.Option.Name}: {e.Message}");
            }
        }
    }
}
