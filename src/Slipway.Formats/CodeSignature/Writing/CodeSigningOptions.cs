using Slipway.Formats.Keys;

namespace Slipway.Formats.CodeSignature.Writing;

/// <summary>Options for signing code.</summary>
/// <param name="Key">An RSA key with the chain of its certificate: leaf, intermediate, root.</param>
/// <param name="SigningTime">The time that the signature states, to the second.</param>
public sealed record CodeSigningOptions(SigningKey Key, DateTimeOffset SigningTime);
