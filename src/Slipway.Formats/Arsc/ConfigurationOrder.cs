namespace Slipway.Formats.Arsc;

/// <summary>A total order of configurations, by property in the order of <c>ResTable_config</c>: the default comes first.</summary>
public sealed class ConfigurationOrder : IComparer<ResourceConfiguration>
{
    /// <summary>The order.</summary>
    public static ConfigurationOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(ResourceConfiguration? x, ResourceConfiguration? y) =>
        x is null || y is null ? (x is null ? 0 : 1) - (y is null ? 0 : 1) : CompareParts(x, y);

    private static int CompareParts(ResourceConfiguration x, ResourceConfiguration y)
    {
        var numbers = (x.Mcc, x.Mnc).CompareTo((y.Mcc, y.Mnc));
        numbers = numbers != 0 ? numbers : CompareLocales(x, y);
        numbers = numbers != 0 ? numbers : (x.Orientation, x.Touchscreen, x.Density, x.Keyboard, x.Navigation, x.InputFlags)
            .CompareTo((y.Orientation, y.Touchscreen, y.Density, y.Keyboard, y.Navigation, y.InputFlags));
        numbers = numbers != 0 ? numbers : (x.ScreenWidth, x.ScreenHeight, x.SdkVersion, x.MinorVersion, x.ScreenLayout)
            .CompareTo((y.ScreenWidth, y.ScreenHeight, y.SdkVersion, y.MinorVersion, y.ScreenLayout));
        return numbers != 0 ? numbers : (x.ScreenLayout2, x.ColorMode, x.UiMode, x.SmallestScreenWidthDp, x.ScreenWidthDp, x.ScreenHeightDp, x.IsScriptComputed)
            .CompareTo((y.ScreenLayout2, y.ColorMode, y.UiMode, y.SmallestScreenWidthDp, y.ScreenWidthDp, y.ScreenHeightDp, y.IsScriptComputed));
    }

    private static int CompareLocales(ResourceConfiguration x, ResourceConfiguration y)
    {
        var order = string.CompareOrdinal(x.Language, y.Language);
        order = order != 0 ? order : string.CompareOrdinal(x.Region, y.Region);
        order = order != 0 ? order : string.CompareOrdinal(x.Script, y.Script);
        order = order != 0 ? order : string.CompareOrdinal(x.Variant, y.Variant);
        return order != 0 ? order : string.CompareOrdinal(x.NumberingSystem, y.NumberingSystem);
    }
}

/// <summary>
/// Computes on which properties of the device a resource depends: the flags of a type's specification (<c>ACONFIGURATION_*</c> in
/// android/configuration.h).
/// </summary>
internal static class ConfigurationDifference
{
    public static uint Between(ResourceConfiguration a, ResourceConfiguration b) =>
        Flag(a.Mcc != b.Mcc, 0x0001)
        | Flag(a.Mnc != b.Mnc, 0x0002)
        | Flag(Locale(a) != Locale(b), 0x0004)
        | Flag(a.Touchscreen != b.Touchscreen, 0x0008)
        | Flag(a.Keyboard != b.Keyboard, 0x0010)
        | Flag(a.InputFlags != b.InputFlags, 0x0020)
        | Flag(a.Navigation != b.Navigation, 0x0040)
        | Flag(a.Orientation != b.Orientation, 0x0080)
        | Flag(a.Density != b.Density, 0x0100)
        | Flag((a.ScreenWidth, a.ScreenHeight, a.ScreenWidthDp, a.ScreenHeightDp) != (b.ScreenWidth, b.ScreenHeight, b.ScreenWidthDp, b.ScreenHeightDp), 0x0200)
        | Flag((a.SdkVersion, a.MinorVersion) != (b.SdkVersion, b.MinorVersion), 0x0400)
        | Flag((a.ScreenLayout & 0x3F) != (b.ScreenLayout & 0x3F), 0x0800)
        | Flag(a.UiMode != b.UiMode, 0x1000)
        | Flag(a.SmallestScreenWidthDp != b.SmallestScreenWidthDp, 0x2000)
        | Flag((a.ScreenLayout & 0xC0) != (b.ScreenLayout & 0xC0), 0x4000)
        | Flag((a.ScreenLayout2 & 0x03) != (b.ScreenLayout2 & 0x03), 0x8000)
        | Flag(a.ColorMode != b.ColorMode, 0x10000);

    private static (string, string, string, string, string) Locale(ResourceConfiguration c) => (c.Language, c.Region, c.Script, c.Variant, c.NumberingSystem);

    private static uint Flag(bool differs, uint flag) => differs ? flag : 0;
}
