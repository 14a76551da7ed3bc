using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Gateways;

/// <summary>Signs and verifies statements of a service: JSON Web Signatures in the compact form (RFC 7515) with ES256 and the key in the header.</summary>
public static class CompactJws
{
    private const string Algorithm = "ES256";
    private const int Longest = 64 << 10;

    /// <summary>Signs a statement.</summary>
    /// <param name="key">A P-256 key.</param>
    /// <param name="type">Value of <c>typ</c>.</param>
    /// <param name="payload">The statement.</param>
    public static string Sign(ECDsa key, string type, ReadOnlySpan<byte> payload)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(new JwsHeader(Algorithm, type, KeyThumbprint.Of(key), EcJwk.Of(key)), GatewayJson.Default.JwsHeader);
        var signed = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
    }

    /// <summary>Returns a statement if its signature is valid.</summary>
    /// <param name="jws">The signed statement.</param>
    /// <param name="type">The expected value of <c>typ</c>.</param>
    /// <param name="key">Key that must have signed it, as <c>sha256:BASE64URL</c>; null to accept the key that it names.</param>
    /// <param name="where">The place that problems name.</param>
    /// <returns>The statement, and the key that signed it.</returns>
    /// <exception cref="ProblemException">The statement is malformed or not genuine.</exception>
    public static (byte[] Payload, string Key) Verify(string jws, string type, string? key, string where)
    {
        var parts = jws.Length <= Longest ? jws.Split('.') : [];
        if (parts.Length != 3 || !parts.All(part => Base64Url.IsValid(part)) || Header(parts[0]) is not { Alg: Algorithm } header || header.Typ != type)
            throw new ProblemException(EnvironmentProblems.StatementInvalid.At(where, $"The answer is not a statement of the type {type}, signed with {Algorithm}."));
        using var signer = header.Jwk.Open() ?? throw new ProblemException(EnvironmentProblems.StatementInvalid.At(where, "The statement contains no usable key."));
        var thumbprint = KeyThumbprint.Of(signer);
        if (key is not null && key != thumbprint)
            throw new ProblemException(EnvironmentProblems.NotGenuine.At(where, $"The statement is signed by the key {thumbprint}, not by {key}."));
        if (header.Kid != thumbprint || !signer.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256))
            throw new ProblemException(EnvironmentProblems.NotGenuine.At(where, "The signature of the statement is not valid."));
        return (Base64Url.DecodeFromChars(parts[1]), thumbprint);
    }

    private static JwsHeader? Header(string part)
    {
        try
        {
            return UntrustedJson.Read(Base64Url.DecodeFromChars(part), GatewayJson.Default.JwsHeader);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The header of a signed statement (RFC 7515).</summary>
/// <param name="Alg">ES256.</param>
/// <param name="Typ">Type of the statement.</param>
/// <param name="Kid">Thumbprint of the key, as <c>sha256:BASE64URL</c>.</param>
/// <param name="Jwk">The public key.</param>
public sealed record JwsHeader(string Alg, string Typ, string Kid, EcJwk Jwk);
