using System.Runtime.InteropServices;

namespace Slipway.Formats.Zip;

/// <summary>What is known of a content without reading it.</summary>
/// <param name="Sha256">Its name.</param>
/// <param name="Sha1">The older hash, where a build has needed it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ContentDigests(ContentHash Sha256, Sha1Hash? Sha1 = null);
