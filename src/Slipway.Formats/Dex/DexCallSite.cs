namespace Slipway.Formats.Dex;

/// <summary>
/// A call site of invoke-custom (dex-format, call_site_item; version 038 and later). Compared by identity, because the runtime links
/// each call site separately.
/// </summary>
/// <param name="values">The bootstrap method handle, the name, the method type, and then static arguments.</param>
public sealed class DexCallSite(IReadOnlyList<DexValue> values)
{
    /// <summary>The bootstrap method handle, the name, the method type, and then static arguments.</summary>
    public IReadOnlyList<DexValue> Values { get; } = values;
}
