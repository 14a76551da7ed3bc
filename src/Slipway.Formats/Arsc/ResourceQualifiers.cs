using System.Globalization;

namespace Slipway.Formats.Arsc;

/// <summary>
/// Reads and writes configurations as in the names of resource folders, for example <c>b+sr+Latn-night-xhdpi-v31</c>. Source of the
/// qualifiers and their order: the table in "App resources overview" (developer.android.com).
/// </summary>
public static class ResourceQualifiers
{
    /// <summary>Reads the part of a folder's name after the first dash.</summary>
    /// <param name="text">The qualifiers, or empty for any device.</param>
    /// <param name="configuration">The configuration when the result is true.</param>
    /// <returns>False when a qualifier is unknown or in the wrong order.</returns>
    public static bool TryParse(string text, out ResourceConfiguration configuration)
    {
        configuration = ResourceConfiguration.Any;
        if (text.Length == 0)
            return true;

        var parts = new Queue<string>(text.Split('-'));
        configuration = LocaleQualifier.Take(parts, Networks(parts, configuration));
        foreach (var rule in QualifierTable.InOrder)
        {
            if (parts.TryPeek(out var part) && rule(part, configuration) is { } next)
            {
                parts.Dequeue();
                configuration = next;
            }
        }

        configuration = WithImpliedVersion(configuration);
        return parts.Count == 0;
    }

    /// <summary>Writes a configuration as qualifiers.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <returns>The qualifiers; empty for any device.</returns>
    public static string Format(ResourceConfiguration configuration) =>
        string.Join('-', QualifierText.Parts(configuration).Where(part => part.Length > 0));

    private static ResourceConfiguration Networks(Queue<string> parts, ResourceConfiguration start)
    {
        var c = start;
        if (parts.TryPeek(out var mcc) && mcc.StartsWith("mcc", StringComparison.OrdinalIgnoreCase) && ushort.TryParse(mcc.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var country))
        {
            parts.Dequeue();
            c = c with { Mcc = country };
        }

        if (parts.TryPeek(out var mnc) && mnc.StartsWith("mnc", StringComparison.OrdinalIgnoreCase) && ushort.TryParse(mnc.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var network))
        {
            parts.Dequeue();
            c = c with { Mnc = network == 0 ? ushort.MaxValue : network };
        }

        return c;
    }

    /// <summary>Raises the API level to the one that introduced a qualifier, so that older devices never match it.</summary>
    private static ResourceConfiguration WithImpliedVersion(ResourceConfiguration c)
    {
        var implied =
            (c.UiMode & 0x0F) == 0x07 || (c.ColorMode & 0x0F) != 0 ? 26
            : (c.ScreenLayout2 & 0x03) != 0 ? 23
            : c.Density == QualifierTable.AnyDensity ? 21
            : (c.ScreenLayout & 0xC0) != 0 ? 17
            : c.SmallestScreenWidthDp != 0 || c.ScreenWidthDp != 0 || c.ScreenHeightDp != 0 ? 13
            : c.UiMode != 0 ? 8
            : (c.ScreenLayout & 0x3F) != 0 || c.Density != 0 ? 4
            : 0;
        return c.SdkVersion < implied ? c with { SdkVersion = (ushort)implied } : c;
    }
}
