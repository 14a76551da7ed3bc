namespace Slipway.Protocol.Gateways;

/// <summary>The header of a signed statement (RFC 7515).</summary>
/// <param name="Alg">ES256.</param>
/// <param name="Typ">What the statement is.</param>
/// <param name="Kid">The key, as <c>sha256:BASE64URL</c>.</param>
/// <param name="Jwk">The key itself.</param>
public sealed record JwsHeader(string Alg, string Typ, string Kid, EcJwk Jwk);
