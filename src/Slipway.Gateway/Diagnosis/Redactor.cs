using System.Text;

namespace Slipway.Gateway.Diagnosis;

/// <summary>Takes secrets out of everything that leaves the doctor.</summary>
internal sealed class Redactor
{
    private const string Mask = "***";
    private const int Shortest = 3;

    private readonly List<string> _secrets = [];

    /// <summary>Remembers a secret, in the forms in which it travels.</summary>
    public void Add(string? secret)
    {
        if (secret is null || secret.Length < Shortest)
            return;
        foreach (var form in new[] { secret, Uri.EscapeDataString(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)) })
        {
            if (!_secrets.Contains(form))
                _secrets.Add(form);
        }

        // What contains another secret goes first, or a part of it would stay.
        _secrets.Sort((a, b) => b.Length.CompareTo(a.Length));
    }

    /// <summary>Remembers what stands before the @ of an address.</summary>
    public void Add(Uri? address)
    {
        if (address is not { UserInfo.Length: > 0 })
            return;
        Add(Uri.UnescapeDataString(address.UserInfo));
        if (address.UserInfo.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0)
            Add(Uri.UnescapeDataString(address.UserInfo[(colon + 1)..]));
    }

    /// <summary>The text without secrets.</summary>
    public string Clean(string text) => _secrets.Aggregate(text, (clean, secret) => clean.Replace(secret, Mask, StringComparison.Ordinal));

    /// <summary>The result without secrets.</summary>
    public CheckResult Clean(CheckResult result) => result with
    {
        Finding = Clean(result.Finding),
        Commands = [.. result.Commands.Select(command => command with { Line = Clean(command.Line) })],
    };

    /// <summary>The finding without secrets.</summary>
    private Finding Clean(Finding finding) => finding with
    {
        Summary = Clean(finding.Summary),
        Facts = [.. finding.Facts.Select(fact => fact with { Value = Clean(fact.Value) })],
        Remedy = finding.Remedy is null ? null : Clean(finding.Remedy),
        Request = finding.Request is null ? null : Clean(finding.Request),
    };

    /// <summary>An address without what stands before its @.</summary>
    public static string Plain(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    /// <summary>The address of a proxy, always with its port: programs differ in which one they take without.</summary>
    public static string PlainProxy(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.StrongPort, UriFormat.UriEscaped);
}
