using Slipway.Formats.Zip;

namespace Slipway.Build.Resources.Ios;

/// <summary>The files of a bundle other than the shell, the web files and the signature.</summary>
/// <param name="InfoPlist">Info.plist, binary.</param>
/// <param name="Files">The other files, with names relative to the bundle, in ordinal order.</param>
public sealed record IosBundleContent(ReadOnlyMemory<byte> InfoPlist, IReadOnlyList<ZipItem> Files);
