namespace Slipway.Build.Read;

/// <summary>An icon element of config.xml.</summary>
/// <param name="Source">Path of the picture, as written.</param>
/// <param name="Foreground">Front layer of an adaptive icon.</param>
/// <param name="Background">Back layer: a picture or a colour.</param>
/// <param name="Monochrome">Layer for themed icons.</param>
/// <param name="Size">Pixels a side as declared by width, height or density; 0 when not declared.</param>
/// <param name="OfPlatform">True when the element is inside the <c>platform</c> element of the built platform.</param>
/// <param name="Where">Line of the element.</param>
public sealed record CordovaIcon(string? Source, string? Foreground, string? Background, string? Monochrome, int Size, bool OfPlatform, string Where);
