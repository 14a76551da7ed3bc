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
        int numbers = (x.Mcc, x.Mnc).CompareTo((y.Mcc, y.Mnc));
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
        int order = string.CompareOrdinal(x.Language, y.Language);
        order = order != 0 ? order : string.CompareOrdinal(x.Region, y.Region);
        order = order != 0 ? order : string.CompareOrdinal(x.Script, y.Script);
        order = order != 0 ? order : string.CompareOrdinal(x.Variant, y.Variant);
        return order != 0 ? order : string.CompareOrdinal(x.NumberingSystem, y.NumberingSystem);
    }
}
