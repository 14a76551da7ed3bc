namespace Slipway.Formats.Dex;

/// <summary>Data of fill-array-data.</summary>
/// <param name="ElementWidth">Bytes of an element: 1, 2, 4 or 8.</param>
/// <param name="Data">Little-endian elements.</param>
public sealed record DexArrayData(int ElementWidth, ReadOnlyMemory<byte> Data);
