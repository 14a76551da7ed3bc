namespace Slipway.Protocol.Gateways;

/// <summary>The header of a signed statement (RFC 7515).</summary>
/// <param name="Alg">ES256.</param>
/// <param name="Typ">Type of the statement.</param>
/// <param name="Kid">Thumbprint of the key, as <c>sha256:BASE64URL</c>.</param>
/// <param name="Jwk">The public key.</param>
public sealed record JwsHeader(string Alg, string Typ, string Kid, EcJwk Jwk);
