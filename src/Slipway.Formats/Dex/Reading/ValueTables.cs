namespace Slipway.Formats.Dex.Reading;

/// <summary>
/// The tables that encoded values refer to; method handles are passed separately, because they are available before the tables are
/// complete.
/// </summary>
internal sealed class ValueTables(DexTables tables, DexMethodHandle[]? handles = null)
{
    public DexTables Tables => tables;

    public DexMethodHandle? Handle(int index, int offset) =>
        handles is null ? tables.MethodHandle(index, offset) : (uint)index < (uint)handles.Length ? handles[index] : null;
}
