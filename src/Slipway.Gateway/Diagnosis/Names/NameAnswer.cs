using System.Net;

namespace Slipway.Gateway.Diagnosis.Names;

/// <summary>What a name server says about a name.</summary>
/// <param name="Server">The name server.</param>
/// <param name="Code">The code of RFC 1035, section 4.1.1, as a word; <c>silent</c> when nothing came.</param>
/// <param name="Aliases">The names that the name stands for, one after the other.</param>
/// <param name="Addresses">Addresses of both families.</param>
internal sealed record NameAnswer(IPAddress Server, string Code, IReadOnlyList<string> Aliases, IReadOnlyList<IPAddress> Addresses)
{
    /// <summary>Did the server answer at all?</summary>
    public bool Answered => Code is "NOERROR" or "NXDOMAIN";

    /// <inheritdoc/>
    public override string ToString() =>
        Addresses.Count > 0 ? string.Join(' ', Aliases.Select(a => "-> " + a).Concat(Addresses.Select(a => a.ToString()))) : Code == "NOERROR" ? "no address" : Code;
}
