using System.Text;

namespace Slipway.Protocol.Gateways;

/// <summary>The parts of a request that its proof covers (RFC 9421, 2).</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query as sent.</param>
/// <param name="Header">Returns the value of a header by its name; null if the request has none.</param>
public sealed record ProvenRequest(string Method, string Target, Func<string, string?> Header)
{
    /// <summary>Components that are always covered.</summary>
    internal static IReadOnlyList<string> Always { get; } = ["@method", "@path", "@query"];

    /// <summary>Headers that are covered if present: nobody on the way can add, change or remove one.</summary>
    internal static IReadOnlyList<string> WhenPresent { get; } = ["authorization", "content-digest", "content-encoding", "content-type", "idempotency-key", "slipway-channel", "slipway-person"];

    /// <summary>Names of the covered components, in order.</summary>
    internal IReadOnlyList<string> Components => [.. Always, .. WhenPresent.Where(name => Header(name) is not null)];

    /// <summary>Returns the signature base (RFC 9421, 2.5).</summary>
    /// <param name="components">The covered components.</param>
    /// <param name="parameters">Components and parameters as Signature-Input has them.</param>
    public byte[] SignatureBase(IReadOnlyList<string> components, string parameters)
    {
        var text = new StringBuilder();
        foreach (var name in components)
            text.Append($"\"{name}\": {Value(name)}\n");
        return Encoding.UTF8.GetBytes(text.Append($"\"@signature-params\": {parameters}").ToString());
    }

    private string Value(string name)
    {
        var query = Target.IndexOf('?', StringComparison.Ordinal);
        return name switch
        {
            "@method" => Method,
            "@path" => query < 0 ? Target : Target[..query],
            "@query" => query < 0 ? "?" : Target[query..],
            _ => Header(name)!.Trim(),
        };
    }
}
