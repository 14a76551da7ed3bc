namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>Hashes of a file of a bundle.</summary>
/// <param name="Sha1">SHA-1.</param>
/// <param name="Sha256">SHA-256.</param>
internal sealed record BundleFile(byte[] Sha1, byte[] Sha256);
