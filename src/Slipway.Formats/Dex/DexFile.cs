namespace Slipway.Formats.Dex;

/// <summary>
/// One DEX file in memory, free of indices: every reference is by name. Types are descriptors (<c>Ljava/lang/Object;</c>),
/// methods carry method descriptors. Source of the format: source.android.com, "Dalvik executable format".
/// </summary>
public sealed class DexFile
{
    /// <summary>Format version: 35, 37, 38, 39.</summary>
    public int Version { get; set; } = 37;

    /// <summary>Classes; the writer puts superclasses and interfaces first and is stable otherwise.</summary>
    public List<DexClass> Classes { get; } = [];
}
