using System.Net;

namespace Slipway.Listening;

/// <summary>
/// Names under which a server answers. A page of a stranger can have its own name lead to any address (DNS rebinding), and the browser
/// then sends that name as Host: so a name counts only when somebody told it to the server, or when no stranger can own it.
/// </summary>
public sealed class HostNames
{
    private const string Wildcard = "*.";

    // RFC 6761, RFC 6762, RFC 8375 and ICANN's reservation of .internal.
    private static readonly string[] NobodysDomains = [".localhost", ".local", ".internal", ".home.arpa"];

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _domains = [];

    /// <summary>The names that were told.</summary>
    /// <param name="told">Names, <c>*.name</c> for all below one.</param>
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

    /// <summary>Was the name told?</summary>
    public bool IsTold(string name) => _names.Contains(Plain(name)) || _domains.Exists(domain => Plain(name).EndsWith(domain, StringComparison.OrdinalIgnoreCase));

    /// <summary>Does the server answer to it? Addresses, names of one word and those of no public domain belong to no stranger; HTTP/1.0 has none.</summary>
    public bool Has(string name)
    {
        var plain = Plain(name);
        return plain.Length == 0 || IPAddress.TryParse(plain.Trim('[', ']'), out _) || !plain.Contains('.', StringComparison.Ordinal)
            || Array.Exists(NobodysDomains, domain => plain.EndsWith(domain, StringComparison.OrdinalIgnoreCase)) || IsTold(plain);
    }

    private static string Plain(string name) => name.EndsWith('.') ? name[..^1] : name;
}
