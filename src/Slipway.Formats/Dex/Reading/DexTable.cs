namespace Slipway.Formats.Dex.Reading;

/// <summary>A table of fixed-size items that the header refers to.</summary>
internal readonly record struct DexTable(int Count, int Offset);
