using System.Text;
using Slipway.Diagnosis.Proxies;

namespace Slipway.Diagnosis;

/// <summary>Removes secrets from everything that the doctor reports.</summary>
internal sealed class ReportRedactor
{
    private const string Mask = "***";
    private const int Shortest = 3;
    private const int ShortestUnnamed = 8;

    private static readonly string[] ProxyNames = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"];
    private static readonly string[] SecretWords = ["TOKEN", "PASSWORD", "PASSWD", "SECRET", "API_KEY", "APIKEY", "COOKIE", "CREDENTIAL"];

    private readonly List<string> _secrets = [];
    private readonly List<string> _names = [];

    /// <summary>Learns the secrets: the token, the logins of proxies, and the values of variables whose names indicate a secret.</summary>
    public static ReportRedactor Of(DoctorOptions options)
    {
        var redactor = new ReportRedactor();
        redactor.Add(options.Token);
        foreach (var value in ProxyNames.Select(options.Variable).Append(options.Proxy?.OriginalString).OfType<string>())
            redactor.AddLogin(value);
        foreach (var (_, value) in options.Variables()
            .Where(v => v.Value.Length >= ShortestUnnamed && SecretWords.Any(word => v.Name.Contains(word, StringComparison.OrdinalIgnoreCase))))
        {
            redactor.Add(value);
        }
        return redactor;
    }

    /// <summary>Adds a secret, in the forms in which it is sent.</summary>
    public void Add(string? secret)
    {
        if (secret is null || secret.Length < Shortest)
            return;
        foreach (var form in new[] { secret, Uri.EscapeDataString(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)) })
        {
            if (!_secrets.Contains(form))
                _secrets.Add(form);
        }

        // A secret that contains another one is replaced first, or a part of it would remain.
        _secrets.Sort((a, b) => b.Length.CompareTo(a.Length));
    }

    /// <summary>Adds the login of a proxy.</summary>
    public void Add(EffectiveProxy? proxy)
    {
        if (proxy?.User is not { Length: > 0 } user)
            return;
        Add($"{user}:{proxy.Password}");
        Add(proxy.Password);
        if (!_names.Contains(user))
            _names.Add(user);
    }

    /// <summary>Adds the login of a proxy whose address may be malformed: the text before the last @.</summary>
    public void AddLogin(string address)
    {
        var at = address.LastIndexOf('@');
        if (at <= 0)
            return;
        var begin = address.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 && scheme < at ? scheme + 3 : 0;
        var written = address[begin..at].Trim();
        foreach (var login in new[] { written, Uri.UnescapeDataString(written) })
        {
            var parts = login.Split(':', 2);
            Add(new EffectiveProxy(new Uri("http://proxy.invalid"), parts[0], parts.Length == 2 ? parts[1] : "", ""));
        }
    }

    /// <summary>Returns a text without secrets.</summary>
    public string Clean(string text) => _secrets.Aggregate(text, (clean, secret) => clean.Replace(secret, Mask, StringComparison.Ordinal));

    /// <summary>
    /// Returns a foreign text without secrets and user names. User names are not removed from the doctor's own messages, because a name may be an ordinary
    /// word.
    /// </summary>
    public string CleanForeign(string text) => _names.Aggregate(Clean(text), (clean, name) => clean.Replace(name, Mask, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns a result without secrets.</summary>
    public CheckResult Clean(CheckResult result) => result with
    {
        Finding = Clean(result.Finding),
        Commands = [.. result.Commands.Select(command => command with { Line = Clean(command.Line) })],
    };

    /// <summary>Returns a URL without its user, path and query.</summary>
    public static string Plain(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    /// <summary>Returns the address of a proxy, always with its port, because programs have different default ports.</summary>
    public static string PlainProxy(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.StrongPort, UriFormat.UriEscaped);

    private CheckFinding Clean(CheckFinding finding) => finding with
    {
        Summary = Clean(finding.Summary),
        Facts = [.. finding.Facts.Select(fact => fact with { Value = Clean(fact.Value) })],
        Remedy = finding.Remedy is null ? null : Clean(finding.Remedy),
        Request = finding.Request is null ? null : Clean(finding.Request),
    };
}
