using System.Net;
using System.Text.Json;
using Slipway.Gateway.Tunnels;
using Slipway.Protocol;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Gateway.Configuration;

/// <summary>Reads the gateway's configuration. Unknown names, wrong types and repeated names are refused, each with its line.</summary>
public sealed class GatewayConfigurationReader
{
    private const int MostBytes = 1 << 20;
    private const int DayInSeconds = 86_400;
    private readonly List<Problem> _problems = [];
    private readonly string _folder;
    private readonly string _file;

    private GatewayConfigurationReader(string path) =>
        (_folder, _file) = (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!, System.IO.Path.GetFileName(path));

    /// <summary>Reads a file. Relative paths in it are relative to its folder.</summary>
    /// <exception cref="ProblemException">The file cannot be read, or a setting cannot be used. Every invalid setting is named.</exception>
    public static GatewayConfiguration Read(string path)
    {
        byte[] content;
        try
        {
            using var stream = System.IO.File.OpenRead(path);
            content = new byte[Math.Min(stream.Length, MostBytes + 1L)];
            stream.ReadExactly(content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ProblemException(GatewayProblems.ConfigurationUnreadable.At(path, "The file cannot be opened."), e);
        }

        return content.Length <= MostBytes
            ? Read(GivenText.ToUtf8(content), path)
            : throw new ProblemException(GatewayProblems.ConfigurationUnreadable.At(path, "The file is larger than 1 MiB."));
    }

    /// <summary>Reads the content of a file.</summary>
    /// <param name="content">The content.</param>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="ProblemException">A setting cannot be used. Every invalid setting is named.</exception>
    public static GatewayConfiguration Read(ReadOnlySpan<byte> content, string path)
    {
        var reader = new GatewayConfigurationReader(path);
        var part = LocatedJsonReader.Read(content, reader._file);
        if (part.Kind != JsonValueKind.Object)
            throw new ProblemException(GatewayProblems.ConfigurationUnreadable.At(reader._file, "The file must contain one JSON object."));
        var configuration = reader.Whole(new GatewayConfigurationSection(reader._file, part, reader._problems));
        return reader._problems.Count == 0 ? configuration : throw new ProblemException(reader._problems);
    }

    private GatewayConfiguration Whole(GatewayConfigurationSection root)
    {
        var configuration = new GatewayConfiguration
        {
            Listen = root.Find("listen") is null ? [GatewayConfiguration.UsualListen] : root.ParsedList("listen", SettingParser.Listen),
            Allow = Rules(root, "allow", tls: true),
            Deny = Rules(root, "deny", tls: false),
            AllowAddresses = Networks(root, "allowAddresses"),
            Service = Service(root.Section("builder")),
            Clients = Clients(root.Section("clients")),
            Tls = Tls(root.Section("tls")),
            Upstreams = Upstreams(root),
            NoUpstream = Rules(root, "noUpstream", tls: false),
            ResolveHere = (root.Parsed("resolve", OneOf("here", "upstream")) ?? "here") == "here",
            Limits = Limits(root.Section("limits")),
            Timeouts = Timeouts(root.Section("timeouts")),
            ReportOnly = root.Flag("reportOnly", false),
            CloseForbidden = root.Flag("closeForbidden", false),
            Log = root.Text("log") is { } log ? (log == "-" ? log : Path(log)) : null,
            Admin = root.Parsed("admin", SettingParser.Listen),
            AdminHosts = root.ParsedList("adminHosts", SettingParser.Name),
        };
        if (configuration.Listen.Count == 0 && root.Find("listen") is { } listen && _problems.Count == 0)
            root.Refuse(listen, "There has to be at least one address.");
        if (configuration.Clients.CertificateAuthority is not null && configuration.Tls is null)
            root.Refuse(root.Find("clients")!, "Client certificates require the setting tls, the gateway's own certificate.");
        foreach (var rule in configuration.Allow.Where(r => r.IsServiceHosts && configuration.Service is null))
        {
            _problems.Add(GatewayProblems.SettingInvalid.At(rule.Place,
                "A rule with Builder requires builder.url, the address where the service publishes its hosts."));
        }
        root.End();
        return configuration;
    }

    private static List<WrittenRule> Rules(GatewayConfigurationSection root, string name, bool tls)
    {
        var rules = new List<WrittenRule>();
        if (root.Find(name) is not { } list || !root.Is(list, JsonValueKind.Array, "a list"))
            return rules;
        foreach (var element in list.Elements)
        {
            if (element.Kind == JsonValueKind.Object && tls)
                rules.AddRange(RuleObject(root.Inside(element)));
            else if (root.TextOf(element) is { } text)
                rules.Add(new WrittenRule(text, root.PlaceOf(element)));
        }

        return rules;
    }

    private static IEnumerable<WrittenRule> RuleObject(GatewayConfigurationSection rule)
    {
        var host = rule.Text("host");
        var ports = rule.ParsedList("ports", text => text);
        var tls = rule.Flag("tls", true);
        if (host is null && rule.Find("host") is null)
            rule.Refuse("A rule needs a host.");
        rule.End();
        return host is null
            ? []
            : ports.Count == 0 ? [new WrittenRule(host, rule.Place) { Tls = tls }] : ports.Select(p => new WrittenRule($"{host}:{p}", rule.Place) { Tls = tls });
    }

    private static HostListSource? Service(GatewayConfigurationSection? section)
    {
        if (section is null)
            return null;
        var url = section.Parsed("url", SettingParser.Service);
        var key = section.Parsed("key", SettingParser.Thumbprint);
        if (url is null && section.Find("url") is null)
            section.Refuse("The setting builder requires a url.");
        section.End();
        return url is null ? null : new HostListSource(url, key);
    }

    private ClientSettings Clients(GatewayConfigurationSection? section)
    {
        if (section is null)
            return new ClientSettings();
        var certificates = section.Section("certificates");
        var usual = new ClientSettings();
        var clients = new ClientSettings
        {
            From = Networks(section, "from"),
            Passwords = File(section, "passwords"),
            Realm = section.Parsed("realm", Realm) ?? usual.Realm,
            CertificateAuthority = certificates is null ? null : File(certificates, "authority"),
            CertificateNames = certificates?.ParsedList("names", text => text) ?? [],
            Revocations = certificates is null ? null : File(certificates, "revocations"),
        };
        if (certificates is not null && certificates.Find("authority") is null)
            certificates.Refuse("Client certificates require an authority that signs them.");
        certificates?.End();
        section.End();
        return clients;
    }

    private ListenerTls? Tls(GatewayConfigurationSection? section)
    {
        if (section is null)
            return null;
        var (certificate, key) = (File(section, "certificate"), File(section, "key"));
        if (section.Find("certificate") is null || section.Find("key") is null)
            section.Refuse("TLS needs certificate and key.");
        section.End();
        return certificate is null || key is null ? null : new ListenerTls(certificate, key);
    }

    private List<UpstreamSettings> Upstreams(GatewayConfigurationSection root)
    {
        var upstreams = new List<UpstreamSettings>();
        if (root.Find("upstreams") is not { } list || !root.Is(list, JsonValueKind.Array, "a list"))
            return upstreams;
        foreach (var element in list.Elements)
        {
            if (root.Is(element, JsonValueKind.Object, "an object") && Upstream(root.Inside(element)) is { } upstream)
                upstreams.Add(upstream);
        }

        return upstreams;
    }

    private UpstreamSettings? Upstream(GatewayConfigurationSection section)
    {
        var url = section.Parsed("url", SettingParser.Proxy);
        var (user, password) = (section.Text("user"), File(section, "passwordFile"));
        var scheme = section.Parsed("scheme", OneOf("none", "basic", "negotiate")) ?? (user is null ? "none" : "basic");
        var authority = File(section, "authority");
        if (url is null && section.Find("url") is null)
            section.Refuse("A parent proxy needs a url.");
        if (scheme == "basic" && (user is null || password is null))
            section.Refuse("Basic needs user and passwordFile.");
        if (scheme == "none" && (user ?? password) is not null)
            section.Refuse("user and passwordFile are for the schemes basic and negotiate.");
        if (scheme == "negotiate" && (user is null) != (password is null))
            section.Refuse("user and passwordFile go together.");
        section.End();
        return url is null ? null : new UpstreamSettings(url)
        {
            Scheme = EnumText.Parse<UpstreamAuthentication>(scheme),
            User = user,
            PasswordFile = password,
            CertificateAuthority = authority,
        };
    }

    private static ProxyLimits Limits(GatewayConfigurationSection? section)
    {
        var usual = new ProxyLimits();
        if (section is null)
            return usual;
        var limits = new ProxyLimits
        {
            OpenPerClient = section.Number("perClient", 1, 1_000_000, usual.OpenPerClient),
            NewPerMinute = section.Number("newPerMinute", 1, 10_000_000, usual.NewPerMinute),
            Open = section.Number("total", 1, 1_000_000, usual.Open),
        };
        section.End();
        return limits;
    }

    private static ProxyTimeouts Timeouts(GatewayConfigurationSection? section)
    {
        var usual = new ProxyTimeouts();
        if (section is null)
            return usual;
        var timeouts = new ProxyTimeouts
        {
            Head = Seconds(section, "head", 1, usual.Head),
            Connect = Seconds(section, "connect", 1, usual.Connect),
            Idle = Seconds(section, "idle", 1, usual.Idle),
            Total = Seconds(section, "total", 0, usual.Total),
            Drain = Seconds(section, "drain", 0, usual.Drain),
        };
        section.End();
        return timeouts;
    }

    private static TimeSpan Seconds(GatewayConfigurationSection section, string name, int least, TimeSpan otherwise) =>
        TimeSpan.FromSeconds(section.Number(name, least, 7 * DayInSeconds, (int)otherwise.TotalSeconds));

    private static IReadOnlyList<IPNetwork> Networks(GatewayConfigurationSection section, string name) =>
        [.. section.ParsedList(name, SettingParser.Network).Select(n => n.Item1)];

    private static Func<string, string> OneOf(params string[] words) =>
        text => words.Contains(text) ? text : throw new FormatException($"It has to be one of {string.Join(", ", words)}.");

    // RFC 9110, 5.6.4: the value is sent as a quoted string.
    private static string Realm(string text) =>
        text.All(c => c is >= ' ' and <= '~' and not '"' and not '\\')
            ? text
            : throw new FormatException("It has to be plain ASCII without quotes and backslashes.");

    private string? File(GatewayConfigurationSection section, string name) => section.Text(name) is { } text ? Path(text) : null;

    private string Path(string text) => System.IO.Path.GetFullPath(text, _folder);
}
