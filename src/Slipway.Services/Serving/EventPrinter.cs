using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Slipway.Cli.Output;
using Slipway.Gateway.Configuration;
using Slipway.Gateway.Hosting;
using Slipway.Gateway.Relay;
using Slipway.Gateway.Tunnels;
using Slipway.Protocol.Problems;
using Slipway.Server;
using Slipway.Worker;

namespace Slipway.Services.Serving;

/// <summary>Tells what happens to a server or a worker, for people or one line of JSON for each event.</summary>
internal sealed class EventPrinter(Terminal terminal, bool json) : IProgress<WorkerEvent>
{
    private const int MostRules = 12;

    private readonly Lock _gate = new();

    public void Listening(IEnumerable<string> addresses, string folder, string key)
    {
        var list = addresses.ToList();
        Tell(
            "listening",
            document =>
            {
                document.WriteStartArray("urls");
                list.ForEach(document.WriteStringValue);
                document.WriteEndArray();
                document.WriteString("data", folder);
                document.WriteString("key", key);
            },
            ink =>
            {
                ink.Line($"{ink.Green("ready")}   {string.Join(' ', list)}  {ink.Dim(Terminal.Clean(folder))}");
                ink.Line(ink.Dim($"        signs what it says of itself with {key}"));
            });
    }

    public void Relaying(RelayServer relay, RelaySettings settings) => Tell(
        "listening",
        document =>
        {
            document.WriteStartArray("urls");
            foreach (var address in relay.Addresses)
                document.WriteStringValue(address);
            document.WriteEndArray();
            document.WriteString("server", settings.Service.AbsoluteUri);
            document.WriteString("proxy", settings.Proxy?.Place);
            document.WriteString("admin", relay.Administration);
            document.WriteString("signsAs", settings.Identity?.Name);
            document.WriteString("certificateExpires", relay.Expires.ToUniversalTime());
        },
        ink =>
        {
            ink.Line($"{ink.Green("ready")}   {string.Join(' ', relay.Addresses)} -> {settings.Service.AbsoluteUri}{(settings.Proxy is { } proxy ? $" through {proxy.Place}" : "")}");
            ink.Line(settings.Identity is { } identity ? $"signs   as {Terminal.Clean(identity.Name)}" : ink.Dim("        proves nothing: this machine is not enrolled (slipway gateway enrol)"));
            ink.Line(ink.Dim($"        certificate until {relay.Expires.ToUniversalTime():yyyy-MM-dd HH:mm} UTC{(relay.Administration is { } admin ? $", health and metrics at {admin}" : "")}"));
        });

    public void Guarding(GatewayHost gateway)
    {
        var (places, rules) = (gateway.Proxy.EndPoints, gateway.Proxy.Settings.Allow);
        var scheme = gateway.Configuration.Tls is null ? "http" : "https";
        Tell(
            "listening",
            document =>
            {
                WriteList(document, "urls", places.Select(p => $"{scheme}://{p}"));
                WriteRules(document, gateway.Configuration, gateway.Proxy.Settings);
                document.WriteString("admin", gateway.Administration);
            },
            ink =>
            {
                ink.Line($"{ink.Green("ready")}   {string.Join(' ', places.Select(p => $"{scheme}://{p}"))}{(gateway.Administration is { } admin ? ink.Dim($"  health, metrics and /proxy.pac at {admin}") : "")}");
                PrintRules(ink, gateway.Configuration, gateway.Proxy.Settings);
                ink.Line(ink.Dim($"use     export https_proxy={scheme}://{places[0]}"));
            });
    }

    public void Checked(GatewayConfiguration configuration, ProxySettings settings) => Tell(
        "checked",
        document =>
        {
            WriteList(document, "listen", configuration.Listen.Select(l => l.ToString()));
            WriteRules(document, configuration, settings);
        },
        ink =>
        {
            ink.Line($"{ink.Green("good")}    would listen on {string.Join(' ', configuration.Listen)}");
            PrintRules(ink, configuration, settings);
        });

    public void Report(GatewayEvent news) => Report(news.Name, news.Detail, news.Problems);

    public void Report(RelayEvent news) => Report(news.Name, news.Detail, news.Problems);

    public void FirstToken(string token, string? file, string address) => Tell(
        "token",
        document =>
        {
            document.WriteString("token", token);
            document.WriteString("file", file);
            document.WriteNumber("days", AdministratorTokens.FirstLifetime.TotalDays);
        },
        ink =>
        {
            ink.Line($"{ink.Bold("token")}   {token}");
            ink.Line(ink.Dim($"        of the first administrator, valid for {AdministratorTokens.FirstLifetime.TotalDays} days. This is shown once. Log in with it:"));
            ink.Line(ink.Dim($"        slipway login {address} --token-file {(file is null ? "-" : CommandLineQuoting.Quote(file))}"));
            if (file is not null)
                ink.Line(ink.Dim("        Remove the file then. When the token is lost or over: slipway admin token"));
        });

    public void WorkerStarted(int process) => Tell(
        "worker",
        document =>
        {
            document.WriteString("state", "started");
            document.WriteNumber("process", process);
        },
        ink => ink.Line($"worker  started {ink.Dim($"process {process}")}"));

    public void WorkerEnded(int exitCode, TimeSpan pause) => Tell(
        "worker",
        document =>
        {
            document.WriteString("state", "ended");
            document.WriteNumber("exitCode", exitCode);
            document.WriteNumber("restartSeconds", pause.TotalSeconds);
        },
        ink => ink.Line($"worker  {ink.Yellow($"ended with code {exitCode}")}, starts again in {pause.TotalSeconds:0.#} s"));

    public void Noted(IReadOnlyList<Problem> problems)
    {
        if (problems.Count > 0)
            Tell("noted", document => ProblemJson.Write(document, problems), _ => ProblemPrinter.Print(terminal.Error, problems));
    }

    public void Failed(IReadOnlyList<Problem> problems) => Tell(
        "error",
        document => ProblemJson.Write(document, problems),
        _ => ProblemPrinter.Print(terminal.Error, problems));

    public void Stopping() => Tell("stopping", _ => { }, ink => ink.Line("stopping"));

    public void Report(WorkerEvent value) => Tell(
        "worker." + JsonNamingPolicy.CamelCase.ConvertName(value.Kind.ToString()),
        document =>
        {
            if (value.Build is { } build)
                document.WriteString("build", build);
            if (value.Attempt is { } attempt)
                document.WriteNumber("attempt", attempt);
            if (value.Detail is { } detail)
                document.WriteString("detail", detail);
        },
        ink => ink.Line($"worker  {value.Kind.ToString().ToLowerInvariant(),-11} {value.Build}{(value.Attempt > 1 ? $" attempt {value.Attempt}" : "")} {ink.Dim(Terminal.Clean(value.Detail ?? ""))}".TrimEnd()));

    private static void WriteList(Utf8JsonWriter document, string name, IEnumerable<string> values)
    {
        document.WriteStartArray(name);
        foreach (var value in values)
            document.WriteStringValue(value);
        document.WriteEndArray();
    }

    private static void WriteRules(Utf8JsonWriter document, GatewayConfiguration configuration, ProxySettings settings)
    {
        WriteList(document, "allow", settings.Allow.Allow.Select(r => r.ToString()));
        WriteList(document, "deny", settings.Allow.Deny.Select(r => r.ToString()));
        document.WriteString("builder", configuration.Service?.Url.AbsoluteUri);
        WriteList(document, "upstreams", configuration.Upstreams.Select(u => u.Name));
        document.WriteBoolean("reportOnly", configuration.ReportOnly);
    }

    private static void PrintRules(StyledWriter ink, GatewayConfiguration configuration, ProxySettings settings)
    {
        var rules = settings.Allow.Allow;
        if (rules.Count > 0)
            ink.Line($"allows  {Terminal.Clean(string.Join(' ', rules.Take(MostRules)))}{(rules.Count > MostRules ? $" and {rules.Count - MostRules} more" : "")}");
        if (configuration.Service is { } builder && configuration.Allow.Any(r => r.IsServiceHosts))
            ink.Line(ink.Dim($"        with the hosts of the service at {builder.Url.AbsoluteUri}"));
        if (configuration.Upstreams.Count > 0)
            ink.Line($"through {string.Join(", then ", configuration.Upstreams.Select(u => u.Name))}");
        if (configuration.ReportOnly)
            ink.Line(ink.Yellow("report  everything goes through, and what no rule names is logged as would-deny"));
    }

    private void Report(string name, string detail, IReadOnlyList<Problem> problems) => Tell(
        name,
        document =>
        {
            document.WriteString("detail", detail);
            ProblemJson.Write(document, problems);
        },
        ink =>
        {
            ink.Line($"{name}  {Terminal.Clean(detail)}");
            ProblemPrinter.Print(terminal.Error, problems);
        });

    private void Tell(string name, Action<Utf8JsonWriter> content, Action<StyledWriter> text)
    {
        lock (_gate)
        {
            if (!json)
            {
                text(terminal.Out);
                return;
            }

            using var buffer = new MemoryStream();
            using (var document = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                document.WriteStartObject();
                document.WriteString("event", name);
                content(document);
                document.WriteEndObject();
            }

            terminal.Out.Line(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        }
    }
}
