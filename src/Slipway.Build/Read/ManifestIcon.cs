namespace Slipway.Build.Read;

/// <summary>A member of icons in a web app manifest.</summary>
/// <param name="Source">Address, as written.</param>
/// <param name="Size">Largest declared number of pixels per side; <see cref="int.MaxValue"/> for any.</param>
/// <param name="Purposes">any, maskable, monochrome.</param>
/// <param name="Where">Place of the member.</param>
public sealed record ManifestIcon(string Source, int Size, IReadOnlyList<string> Purposes, string Where);
