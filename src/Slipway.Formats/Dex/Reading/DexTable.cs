namespace Slipway.Formats.Dex.Reading;

/// <summary>A table of items of one size that the header points to.</summary>
internal readonly record struct DexTable(int Count, int Offset);
