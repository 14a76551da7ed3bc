namespace Slipway.Build.Read;

/// <summary>A picture that a page links to as its icon.</summary>
/// <param name="Source">Address, as written.</param>
/// <param name="Size">Largest declared number of pixels per side; 0 when not declared.</param>
public sealed record PageIcon(string Source, int Size);
