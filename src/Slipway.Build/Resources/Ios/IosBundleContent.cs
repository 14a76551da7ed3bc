using Slipway.Formats.Zip;

namespace Slipway.Build.Resources.Ios;

/// <summary>What a bundle holds beside the shell, the web files and the signature.</summary>
/// <param name="InfoPlist">Info.plist, binary.</param>
/// <param name="Files">The other files, their names relative to the bundle, in ordinal order.</param>
public sealed record IosBundleContent(ReadOnlyMemory<byte> InfoPlist, IReadOnlyList<ZipItem> Files);
