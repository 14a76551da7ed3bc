using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Slipway.Protocol.Gateways;

/// <summary>
/// The proof that a request comes from an enrolled machine: an HTTP Message Signature (RFC 9421) with the label <c>slipway</c>. Of the
/// standard, only the form that <see cref="RequestSigner"/> writes is read; any other signature is not Slipway's.
/// </summary>
/// <param name="Machine">Id of the machine: keyid.</param>
/// <param name="Created">When it was signed.</param>
/// <param name="Nonce">A value that no other proof has.</param>
public sealed partial record RequestProof(Guid Machine, DateTimeOffset Created, string Nonce)
{
    /// <summary>Name of the header with the covered components.</summary>
    public const string InputHeader = "Signature-Input";

    /// <summary>Name of the header with the signature.</summary>
    public const string SignatureHeader = "Signature";

    /// <summary>How far the clock of a machine may differ.</summary>
    public static TimeSpan Skew { get; } = TimeSpan.FromMinutes(5);

    internal const string Label = "slipway";
    internal const string Algorithm = "ecdsa-p256-sha256";

    private IReadOnlyList<string> Components { get; init; } = [];

    private string Parameters { get; init; } = "";

    private byte[] Signature { get; init; } = [];

    /// <summary>Returns whether a request has a proof.</summary>
    public static bool IsClaimed(string? input) => input is not null && SignatureMembers.Named(input, Label).Count > 0;

    /// <summary>Reads a proof; returns null if it is malformed.</summary>
    public static RequestProof? Parse(string? input, string? signature)
    {
        if (input is null || signature is null || SignatureMembers.Named(input, Label) is not [var parameters] || SignatureMembers.Named(signature, Label) is not [var bytes])
            return null;
        var (form, encoded) = (Form.Match(parameters), Bytes.Match(bytes));
        if (!form.Success || !encoded.Success || form.Groups["algorithm"].Value != Algorithm || !Guid.TryParseExact(form.Groups["key"].Value, "D", out var server))
            return null;
        return new RequestProof(server, DateTimeOffset.FromUnixTimeSeconds(long.Parse(form.Groups["created"].Value, CultureInfo.InvariantCulture)), form.Groups["nonce"].Value)
        {
            Components = [.. form.Groups["component"].Captures.Select(capture => capture.Value)],
            Parameters = parameters,
            Signature = Convert.FromBase64String(encoded.Groups["bytes"].Value),
        };
    }

    /// <summary>Returns whether a key signed this request with everything that a proof must cover.</summary>
    public bool Fits(ProvenRequest request, ECDsa key) =>
        Components.SequenceEqual(request.Components, StringComparer.Ordinal) && key.VerifyData(request.SignatureBase(Components, Parameters), Signature, HashAlgorithmName.SHA256);

    /// <summary>Returns whether the time of signing is recent enough.</summary>
    public bool IsTimely(DateTimeOffset now) => (now - Created).Duration() <= Skew;

    /// <summary>Writes the covered components and the parameters.</summary>
    internal static string Write(IReadOnlyList<string> components, DateTimeOffset created, string nonce, Guid server) =>
        $"({string.Join(' ', components.Select(c => $"\"{c}\""))});created={created.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)};nonce=\"{nonce}\";keyid=\"{server}\";alg=\"{Algorithm}\"";

    [GeneratedRegex("""^\("(?<component>[a-z@-]{1,40})"( "(?<component>[a-z@-]{1,40})"){0,9}\);created=(?<created>[0-9]{1,11});nonce="(?<nonce>[A-Za-z0-9_-]{16,64})";keyid="(?<key>[0-9a-f-]{36})";alg="(?<algorithm>[a-z0-9-]{1,40})"$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Form { get; }

    [GeneratedRegex("^:(?<bytes>[A-Za-z0-9+/]{86}==):$", RegexOptions.ExplicitCapture)]
    private static partial Regex Bytes { get; }
}
