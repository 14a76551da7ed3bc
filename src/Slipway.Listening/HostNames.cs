using System.Net;

namespace Slipway.Listening;

/// <summary>
/// Names under which a server answers. A hostile web page can resolve its own name to any address (DNS rebinding), and the browser
/// then sends that name as Host. So a name counts only when it is configured, or when nobody can register it.
/// </summary>
public sealed class HostNames
{
    private const string Wildcard = "*.";

    // RFC 6761, RFC 6762, RFC 8375 and ICANN's reservation of .internal.
    private static readonly string[] NobodysDomains = [".localhost", ".local", ".internal", ".home.arpa"];

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _domains = [];

    /// <summary>Creates the configured names.</summary>
    /// <param name="told">Names; <c>*.name</c> stands for every name below it.</param>
    public HostNames(IEnumerable<string> told)
    {
        foreach (var name in told)
        {
            if (name.StartsWith(Wildcard, StringComparison.Ordinal))
                _domains.Add(name[1..]);
            else
                _names.Add(name);
        }
    }

    /// <summary>Returns whether the name is configured.</summary>
    public bool IsTold(string name) =>
        _names.Contains(Plain(name)) || _domains.Exists(domain => Plain(name).EndsWith(domain, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Returns whether the server answers to a name. Addresses, names of one label and names outside the public domains cannot be registered by a stranger;
    /// HTTP/1.0 sends no name.
    /// </summary>
    public bool Has(string name)
    {
        var plain = Plain(name);
        return plain.Length == 0 || IPAddress.TryParse(plain.Trim('[', ']'), out _) || !plain.Contains('.', StringComparison.Ordinal)
            || Array.Exists(NobodysDomains, domain => plain.EndsWith(domain, StringComparison.OrdinalIgnoreCase)) || IsTold(plain);
    }

    private static string Plain(string name) => name.EndsWith('.') ? name[..^1] : name;
}
