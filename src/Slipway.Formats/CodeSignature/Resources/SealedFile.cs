namespace Slipway.Formats.CodeSignature.Resources;

/// <summary>A file of a bundle with the hashes for the seal.</summary>
/// <param name="Path">Path within the bundle, with forward slashes.</param>
/// <param name="Sha1">The 20 bytes of its SHA-1, for the older list.</param>
/// <param name="Sha256">The 32 bytes of its SHA-256.</param>
public sealed record SealedFile(string Path, ReadOnlyMemory<byte> Sha1, ReadOnlyMemory<byte> Sha256);
