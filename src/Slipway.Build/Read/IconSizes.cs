using System.Globalization;

namespace Slipway.Build.Read;

/// <summary>Reads the <c>sizes</c> of icons, as in <c>16x16 32x32</c> or <c>any</c>.</summary>
internal static class IconSizes
{
    /// <summary>Returns the largest number of pixels per side; <see cref="int.MaxValue"/> for any, 0 when there is none.</summary>
    public static int Largest(string? sizes)
    {
        var largest = 0;
        foreach (var size in (sizes ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (size.Equals("any", StringComparison.OrdinalIgnoreCase))
                return int.MaxValue;
            var cross = size.AsSpan().IndexOfAny('x', 'X');
            if (cross > 0 && int.TryParse(size.AsSpan(0, cross), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels))
                largest = Math.Max(largest, pixels);
        }

        return largest;
    }
}
