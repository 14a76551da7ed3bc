using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Slipway.Cli.Output;
using Slipway.Gateway.Relay;
using Slipway.Protocol.Problems;
using Slipway.Worker;

namespace Slipway.Cli.Serving;

/// <summary>Tells what happens to a server or a worker, for people or one line of JSON for each event.</summary>
internal sealed class EventPrinter(Terminal terminal, bool json) : IProgress<WorkerEvent>
{
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
            document.WriteString("server", settings.Builder.AbsoluteUri);
            document.WriteString("proxy", settings.Proxy?.Place);
            document.WriteString("admin", relay.Administration);
            document.WriteString("certificateExpires", relay.Expires.ToUniversalTime());
        },
        ink =>
        {
            ink.Line($"{ink.Green("ready")}   {string.Join(' ', relay.Addresses)} -> {settings.Builder.AbsoluteUri}{(settings.Proxy is { } proxy ? $" through {proxy.Place}" : "")}");
            ink.Line(ink.Dim($"        certificate until {relay.Expires.ToUniversalTime():yyyy-MM-dd HH:mm} UTC{(relay.Administration is { } admin ? $", health and metrics at {admin}" : "")}"));
        });

    public void Report(RelayEvent news) => Tell(
        news.Name,
        document =>
        {
            document.WriteString("detail", news.Detail);
            ProblemPrinter.Write(document, "problems", news.Problems);
        },
        ink =>
        {
            ink.Line($"{news.Name}  {Terminal.Clean(news.Detail)}");
            ProblemPrinter.Print(terminal.Error, news.Problems);
        });

    public void FirstToken(string token, string address) => Tell(
        "token",
        document => document.WriteString("token", token),
        ink =>
        {
            ink.Line($"{ink.Bold("token")}   {token}");
            ink.Line(ink.Dim("        of the first administrator. This is shown once. Log in with it:"));
            ink.Line(ink.Dim($"        slipway login {address}"));
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

    public void Failed(IReadOnlyList<Problem> problems) => Tell(
        "error",
        document => ProblemPrinter.Write(document, "problems", problems),
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

    private void Tell(string name, Action<Utf8JsonWriter> content, Action<Ink> text)
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
