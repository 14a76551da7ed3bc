using System.Runtime.InteropServices;

namespace Slipway.Formats.Zip;

/// <summary>The known hashes of a content.</summary>
/// <param name="Sha256">The hash that names the content.</param>
/// <param name="Sha1">The older hash; null unless a build has needed it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ContentDigests(ContentHash Sha256, Sha1Hash? Sha1 = null);
