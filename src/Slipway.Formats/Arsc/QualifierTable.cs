using System.Globalization;

namespace Slipway.Formats.Arsc;

/// <summary>The qualifiers after the locale, in the order that folder names require.</summary>
internal static class QualifierTable
{
    public const ushort AnyDensity = 0xFFFE;
    public const ushort NoDensity = 0xFFFF;

    /// <summary>Names of the bits of each property; <see cref="QualifierText"/> uses the same tables.</summary>
    public static readonly (string Name, byte Bits)[] Directions = [("ldltr", 0x40), ("ldrtl", 0x80)];
    public static readonly (string Name, byte Bits)[] Sizes = [("small", 1), ("normal", 2), ("large", 3), ("xlarge", 4)];
    public static readonly (string Name, byte Bits)[] Longs = [("notlong", 0x10), ("long", 0x20)];
    public static readonly (string Name, byte Bits)[] Rounds = [("notround", 1), ("round", 2)];
    public static readonly (string Name, byte Bits)[] Gamuts = [("nowidecg", 1), ("widecg", 2)];
    public static readonly (string Name, byte Bits)[] Ranges = [("lowdr", 4), ("highdr", 8)];
    public static readonly (string Name, byte Bits)[] Orientations = [("port", 1), ("land", 2), ("square", 3)];
    public static readonly (string Name, byte Bits)[] Devices = [("desk", 2), ("car", 3), ("television", 4), ("appliance", 5), ("watch", 6), ("vrheadset", 7)];
    public static readonly (string Name, byte Bits)[] Nights = [("notnight", 0x10), ("night", 0x20)];
    public static readonly (string Name, byte Bits)[] Touchscreens = [("notouch", 1), ("stylus", 2), ("finger", 3)];
    public static readonly (string Name, byte Bits)[] KeysHidden = [("keysexposed", 1), ("keyshidden", 2), ("keyssoft", 3)];
    public static readonly (string Name, byte Bits)[] Keyboards = [("nokeys", 1), ("qwerty", 2), ("12key", 3)];
    public static readonly (string Name, byte Bits)[] NavigationsHidden = [("navexposed", 4), ("navhidden", 8)];
    public static readonly (string Name, byte Bits)[] Navigations = [("nonav", 1), ("dpad", 2), ("trackball", 3), ("wheel", 4)];
    public static readonly (string Name, ushort Value)[] Densities =
        [("ldpi", 120), ("mdpi", 160), ("tvdpi", 213), ("hdpi", 240), ("xhdpi", 320), ("xxhdpi", 480), ("xxxhdpi", 640), ("anydpi", AnyDensity), ("nodpi", NoDensity)];

    public static readonly Rule[] InOrder =
    [
        (p, c) => Bits(p, Directions) is { } b ? c with { ScreenLayout = (byte)(c.ScreenLayout | b) } : null,
        (p, c) => Number(p, "sw", "dp") is { } n ? c with { SmallestScreenWidthDp = n } : null,
        (p, c) => Number(p, "w", "dp") is { } n ? c with { ScreenWidthDp = n } : null,
        (p, c) => Number(p, "h", "dp") is { } n ? c with { ScreenHeightDp = n } : null,
        (p, c) => Bits(p, Sizes) is { } b ? c with { ScreenLayout = (byte)(c.ScreenLayout | b) } : null,
        (p, c) => Bits(p, Longs) is { } b ? c with { ScreenLayout = (byte)(c.ScreenLayout | b) } : null,
        (p, c) => Bits(p, Rounds) is { } b ? c with { ScreenLayout2 = b } : null,
        (p, c) => Bits(p, Gamuts) is { } b ? c with { ColorMode = (byte)(c.ColorMode | b) } : null,
        (p, c) => Bits(p, Ranges) is { } b ? c with { ColorMode = (byte)(c.ColorMode | b) } : null,
        (p, c) => Bits(p, Orientations) is { } b ? c with { Orientation = b } : null,
        (p, c) => Bits(p, Devices) is { } b ? c with { UiMode = (byte)(c.UiMode | b) } : null,
        (p, c) => Bits(p, Nights) is { } b ? c with { UiMode = (byte)(c.UiMode | b) } : null,
        (p, c) => Density(p) is { } d ? c with { Density = d } : null,
        (p, c) => Bits(p, Touchscreens) is { } b ? c with { Touchscreen = b } : null,
        (p, c) => Bits(p, KeysHidden) is { } b ? c with { InputFlags = (byte)(c.InputFlags | b) } : null,
        (p, c) => Bits(p, Keyboards) is { } b ? c with { Keyboard = b } : null,
        (p, c) => Bits(p, NavigationsHidden) is { } b ? c with { InputFlags = (byte)(c.InputFlags | b) } : null,
        (p, c) => Bits(p, Navigations) is { } b ? c with { Navigation = b } : null,
        ScreenSize,
        (p, c) => Number(p, "v", "") is { } n ? c with { SdkVersion = n } : null,
    ];

    /// <summary>Applies one qualifier to a configuration.</summary>
    /// <returns>Null when the qualifier is of another kind.</returns>
    public delegate ResourceConfiguration? Rule(string part, ResourceConfiguration configuration);

    private static byte? Bits(string part, (string Name, byte Bits)[] names)
    {
        foreach ((var name, var bits) in names)
        {
            if (name.Equals(part, StringComparison.OrdinalIgnoreCase))
                return bits;
        }

        return null;
    }

    private static ushort? Density(string part)
    {
        foreach ((var name, var value) in Densities)
        {
            if (name.Equals(part, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return Number(part, "", "dpi");
    }

    private static ushort? Number(string part, string prefix, string suffix) =>
        part.Length > prefix.Length + suffix.Length
        && part.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        && part.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
        && ushort.TryParse(part.AsSpan(prefix.Length, part.Length - prefix.Length - suffix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private static ResourceConfiguration? ScreenSize(string part, ResourceConfiguration c)
    {
        var cross = part.IndexOf('x', StringComparison.OrdinalIgnoreCase);
        return cross > 0
            && ushort.TryParse(part.AsSpan(0, cross), NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            && ushort.TryParse(part.AsSpan(cross + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var height)
            && width >= height
                ? c with { ScreenWidth = width, ScreenHeight = height }
                : null;
    }
}
