namespace Slipway.Formats.Arsc;

/// <summary>Returns the qualifiers of a configuration, one string each, in Android's order.</summary>
internal static class QualifierText
{
    public static IEnumerable<string> Parts(ResourceConfiguration c) =>
    [
        c.Mcc == 0 ? "" : $"mcc{c.Mcc}",
        c.Mnc == 0 ? "" : $"mnc{(c.Mnc == ushort.MaxValue ? 0 : c.Mnc)}",
        LocaleQualifier.Format(c),
        Name(QualifierTable.Directions, c.ScreenLayout & 0xC0),
        c.SmallestScreenWidthDp == 0 ? "" : $"sw{c.SmallestScreenWidthDp}dp",
        c.ScreenWidthDp == 0 ? "" : $"w{c.ScreenWidthDp}dp",
        c.ScreenHeightDp == 0 ? "" : $"h{c.ScreenHeightDp}dp",
        Name(QualifierTable.Sizes, c.ScreenLayout & 0x0F),
        Name(QualifierTable.Longs, c.ScreenLayout & 0x30),
        Name(QualifierTable.Rounds, c.ScreenLayout2 & 0x03),
        Name(QualifierTable.Gamuts, c.ColorMode & 0x03),
        Name(QualifierTable.Ranges, c.ColorMode & 0x0C),
        Name(QualifierTable.Orientations, c.Orientation),
        Name(QualifierTable.Devices, c.UiMode & 0x0F),
        Name(QualifierTable.Nights, c.UiMode & 0x30),
        Density(c.Density),
        Name(QualifierTable.Touchscreens, c.Touchscreen),
        Name(QualifierTable.KeysHidden, c.InputFlags & 0x03),
        Name(QualifierTable.Keyboards, c.Keyboard),
        Name(QualifierTable.NavigationsHidden, c.InputFlags & 0x0C),
        Name(QualifierTable.Navigations, c.Navigation),
        c.ScreenWidth == 0 && c.ScreenHeight == 0 ? "" : $"{c.ScreenWidth}x{c.ScreenHeight}",
        c.SdkVersion == 0 ? "" : c.MinorVersion == 0 ? $"v{c.SdkVersion}" : $"v{c.SdkVersion}.{c.MinorVersion}",
    ];

    private static string Name((string Name, byte Bits)[] names, int bits)
    {
        foreach ((var name, var value) in names)
        {
            if (value == bits)
                return name;
        }

        return bits == 0 ? "" : $"?{bits:x2}";
    }

    private static string Density(ushort density)
    {
        foreach ((var name, var value) in QualifierTable.Densities)
        {
            if (value == density)
                return name;
        }

        return density == 0 ? "" : $"{density}dpi";
    }
}
