using System.CommandLine;
using System.CommandLine.Parsing;
using Slipway.Protocol.Proxies;
using Slipway.Protocol.Text;
using Slipway.Server;
using Slipway.Services.Serving;
using Slipway.Worker;

namespace Slipway.Services.Commands;

/// <summary>Options of <c>slipway serve</c>.</summary>
internal sealed class ServeOptions
{
    private const int MostAuditDays = 36_500;
    private const string DefaultAddress = "http://127.0.0.1:8484";
    private const string ProxyVariable = "SLIPWAY_WEBHOOK_PROXY";

    public Option<string[]> Urls { get; } = new("--urls") { Description = $"Addresses to listen on. Default: {DefaultAddress}.", HelpName = "url", AllowMultipleArgumentsPerToken = true };

    public Option<string?> Data { get; } = new("--data") { Description = "Data folder of the service. Default: $SLIPWAY_DATA, or the data folder of this user.", HelpName = "folder" };

    public Option<string?> Database { get; } = new("--database") { Description = "PostgreSQL database as postgres://user@host/name, for several servers. Default: $SLIPWAY_DATABASE, or SQLite in the data folder. Put the password in $PGPASSWORD, not here.", HelpName = "url" };

    public Option<string?> Blobs { get; } = new("--blobs") { Description = "Blob store as s3://bucket?endpoint=url, for several servers. Default: $SLIPWAY_BLOBS, or the data folder.", HelpName = "url" };

    public Option<string?> PublicUrl { get; } = new("--public-url") { Description = "Address at which people and phones reach the service, without a path.", HelpName = "url" };

    public Option<string[]> Host { get; } = new("--host") { Description = "Further host name that the service answers to, beside IP addresses, single-word names and the name in --public-url.", HelpName = "name", AllowMultipleArgumentsPerToken = true };

    public Option<string?> VaultKey { get; } = new("--vault-key") { Description = "File with the keys that encrypt the vault. Default: $SLIPWAY_VAULT_KEY, or vault.key in the data folder.", HelpName = "file" };

    public Option<string[]> TrustedProxy { get; } = new("--trusted-proxy")
    {
        Description = "Address or network of a proxy whose X-Forwarded-For and X-Forwarded-Proto are trusted, and which is exempt from the limit per address.",
        HelpName = "network",
        AllowMultipleArgumentsPerToken = true,
    };

    public Option<string[]> AllowWebhook { get; } = new("--allow-webhook")
    {
        Description = "Webhook receiver that may be in a private network and without TLS.",
        HelpName = "host:port",
        AllowMultipleArgumentsPerToken = true,
    };

    public Option<string?> WebhookProxy { get; } = new("--webhook-proxy") { Description = "Proxy for outgoing webhooks, without a user name; $SLIPWAY_WEBHOOK_PROXY may have one. Default: that variable, or no proxy.", HelpName = "url" };

    public Option<string[]> AllowOrigin { get; } = new("--allow-origin")
    {
        Description = "Origin of a web page on another host that may call the service, such as https://console.example.com.",
        HelpName = "origin",
        AllowMultipleArgumentsPerToken = true,
    };

    public Option<string[]> AlsoHost { get; } = new("--also-host") { Description = "Further host that clients need to reach, for the signed host list that gateways read.", HelpName = "name:port", AllowMultipleArgumentsPerToken = true };

    public Option<string[]> CertificatePin { get; } = new("--certificate-pin") { Description = "Public key that the service's certificate may have, for the same list: sha256/BASE64.", HelpName = "pin", AllowMultipleArgumentsPerToken = true };

    public Option<int?> AuditDays { get; } = new("--audit-days") { Description = "Days to keep the audit trail. Default: 400.", HelpName = "number" };

    public ServeConnectionOptions Connections { get; } = new();

    public Option<bool> NoWorker { get; } = new("--no-worker") { Description = "Start no worker here; workers join with slipway worker." };

    public Option<int?> Slots { get; } = new("--slots") { Description = "Number of builds that the worker runs at once. Default: one per core.", HelpName = "number" };

    public Option<bool> NoSandbox { get; } = new("--no-sandbox") { Description = "Let the worker build without a sandbox. Only for apps that you trust entirely." };

    public Option<bool> Json { get; } = new("--json") { Description = "Print one line of JSON for each event." };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Urls, Data, Database, Blobs, PublicUrl, Host, VaultKey, TrustedProxy, AllowWebhook, WebhookProxy, AllowOrigin, AlsoHost, CertificatePin, AuditDays, .. Connections.All, NoWorker, Slots, NoSandbox, Json])
            command.Options.Add(option);
        Urls.Validators.Add(result => Check(result, token => Address(token) is { } address && IsOfThisMachine(address), "http://address:port, with an IP address, localhost or *"));
        WebhookProxy.Validators.Add(result =>
        {
            // Every user of the machine can see an argument. The message does not repeat the value, because it may contain a password.
            if (result.Tokens.Any(token => token.Value.Contains('@', StringComparison.Ordinal)))
                result.AddError($"--webhook-proxy takes no user or password: set ${ProxyVariable} instead.");
        });
        PublicUrl.Validators.Add(result => Check(result, token => Address(token) is not null, "https://name"));
        Slots.Validators.Add(result => Check(result, token => int.TryParse(token, out var number) && number is >= 1 and <= WorkerOptions.MostSlots, $"a number from 1 to {WorkerOptions.MostSlots}"));
        AuditDays.Validators.Add(result => Check(result, token => int.TryParse(token, out var number) && number is >= 1 and <= MostAuditDays, $"a number from 1 to {MostAuditDays}"));
        command.Validators.Add(result =>
        {
            if (result.GetResult(NoWorker) is not null && new Option[] { Slots, NoSandbox }.FirstOrDefault(o => result.GetResult(o) is not null) is { } option)
                result.AddError($"{option.Name} cannot be combined with --no-worker.");
        });
    }

    public ServeSettings Settings(ParseResult result) => new(Server(result))
    {
        Worker = !result.GetValue(NoWorker),
        Slots = result.GetValue(Slots),
        Sandbox = !result.GetValue(NoSandbox),
        Json = result.GetValue(Json),
    };

    /// <summary>Returns where the data of a service is, for verbs that have only the options for that.</summary>
    public ServerOptions Place(ParseResult result) => new(Folder(result.GetValue(Data))) { Database = result.GetValue(Database) ?? GivenText.Variable("SLIPWAY_DATABASE") };

    private ServerOptions Server(ParseResult result)
    {
        var place = Place(result);
        return place with
        {
            Urls = result.GetValue(Urls) is { Length: > 0 } urls ? [.. urls.SelectMany(url => url.Split(';', StringSplitOptions.RemoveEmptyEntries))] : [DefaultAddress],
            Blobs = result.GetValue(Blobs) ?? GivenText.Variable("SLIPWAY_BLOBS"),
            PublicAddress = result.GetValue(PublicUrl) is { } address ? Address(address) : null,
            Hosts = result.GetValue(Host) ?? [],
            Connections = Connections.Settings(result),
            VaultKeyFile = result.GetValue(VaultKey),
            TrustedProxies = result.GetValue(TrustedProxy) ?? [],
            AllowedWebhooks = result.GetValue(AllowWebhook) ?? [],
            WebhookProxy = result.GetValue(WebhookProxy) is { } proxy ? ProxyServer.Parse(proxy, "--webhook-proxy") : GivenText.Variable(ProxyVariable) is { } named ? ProxyServer.Parse(named, ProxyVariable) : null,
            AllowedOrigins = result.GetValue(AllowOrigin) ?? [],
            AlsoHosts = result.GetValue(AlsoHost) ?? [],
            CertificatePins = result.GetValue(CertificatePin) ?? [],
            AuditDays = result.GetValue(AuditDays) ?? place.AuditDays,
            Telemetry = GivenText.Variable("OTEL_EXPORTER_OTLP_ENDPOINT") is { } collector ? Address(collector) : null,
        };
    }

    private static void Check(OptionResult result, Func<string, bool> fits, string form)
    {
        foreach (var token in result.Tokens.Select(t => t.Value).Where(t => !t.Split(';').All(fits)))
            result.AddError($"{result.Option.Name} {token} is not of the form {form}.");
    }

    // http://*:8484 stands for all addresses of the machine, but is not a valid URI.
    private static Uri? Address(string text) =>
        Uri.TryCreate(text.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.UserInfo.Length == 0 ? uri : null;

    // Kestrel would listen on all addresses of the machine for any other name, or a mistyped address.
    private static bool IsOfThisMachine(Uri address) => address.HostNameType != UriHostNameType.Dns || address.Host == "localhost";

    private static string Folder(string? option)
    {
        var folder = option ?? GivenText.Variable("SLIPWAY_DATA");
        return folder is not null ? Path.GetFullPath(folder) : Path.Combine(Build.BuildEnvironment.OfThisUser().DataFolder, "server");
    }
}
