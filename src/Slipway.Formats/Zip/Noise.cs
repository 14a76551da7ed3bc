namespace Slipway.Formats.Zip;

/// <summary>
/// Tells contents that no compression helps: all bytes are equally frequent, as in encrypted and in already compressed files. What
/// is repeated somewhere, so that deflating would help, makes the frequencies uneven.
/// </summary>
internal static class Noise
{
    /// <summary>Below this many bytes chance is too strong, and deflating costs nothing.</summary>
    private const int Shortest = 4096;

    /// <summary>
    /// Pearson's chi-squared statistic has a mean of 255 for random bytes and a standard deviation of 22.6; this is six of those
    /// above. The same random bytes twice have a mean of 510.
    /// </summary>
    private const double Highest = 390;

    /// <summary>Six below: a table of all values in turn is more even than chance, and compresses well.</summary>
    private const double Lowest = 120;

    private const int Values = 256;
    private const int Lanes = 4;

    /// <summary>Is a content without any redundancy of its bytes?</summary>
    public static bool Is(ReadOnlySpan<byte> content)
    {
        if (content.Length < Shortest)
            return false;
        // Several tables, because a counter that was just written is slow to read.
        Span<int> counts = stackalloc int[Values * Lanes];
        counts.Clear();
        var at = 0;
        for (; at <= content.Length - Lanes; at += Lanes)
        {
            counts[content[at]]++;
            counts[Values + content[at + 1]]++;
            counts[2 * Values + content[at + 2]]++;
            counts[3 * Values + content[at + 3]]++;
        }

        for (; at < content.Length; at++)
            counts[content[at]]++;
        return ChiSquared(counts, content.Length) is > Lowest and < Highest;
    }

    private static double ChiSquared(ReadOnlySpan<int> counts, int length)
    {
        var expected = (double)length / Values;
        var sum = 0.0;
        for (var value = 0; value < Values; value++)
        {
            var difference = counts[value] + counts[Values + value] + counts[2 * Values + value] + counts[3 * Values + value] - expected;
            sum += difference * difference;
        }

        return sum / expected;
    }
}
