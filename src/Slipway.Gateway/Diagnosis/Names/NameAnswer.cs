using System.Net;

namespace Slipway.Gateway.Diagnosis.Names;

/// <summary>The answer of a name server for a name.</summary>
/// <param name="Server">The name server.</param>
/// <param name="Code">The response code of RFC 1035, section 4.1.1, as a word; <c>silent</c> when there was no answer.</param>
/// <param name="Aliases">The chain of aliases, in order.</param>
/// <param name="Addresses">The addresses of both families.</param>
internal sealed record NameAnswer(IPAddress Server, string Code, IReadOnlyList<string> Aliases, IReadOnlyList<IPAddress> Addresses)
{
    /// <summary>Whether the server answered.</summary>
    public bool Answered => Code is "NOERROR" or "NXDOMAIN";

    /// <inheritdoc/>
    public override string ToString() =>
        Addresses.Count > 0
            ? string.Join(' ', Aliases.Select(a => "-> " + a).Concat(Addresses.Select(a => a.ToString())))
            : Code == "NOERROR" ? "no address" : Code;
}
