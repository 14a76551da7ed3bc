namespace Slipway.Formats.Dex.Reading;

/// <summary>What values refer to; while the tables are being made, method handles are at hand before the tables know them.</summary>
internal sealed class ValueTables(DexTables tables, DexMethodHandle[]? handles = null)
{
    public DexTables Tables => tables;

    public DexMethodHandle? Handle(int index, int offset) =>
        handles is null ? tables.MethodHandle(index, offset) : (uint)index < (uint)handles.Length ? handles[index] : null;
}
