namespace Slipway.Formats.Zip;

/// <summary>
/// Detects contents that cannot be compressed: all byte values are equally frequent, as in encrypted and in compressed files.
/// Repetitions, which deflating would shorten, make the frequencies uneven.
/// </summary>
internal static class NoiseDetector
{
    /// <summary>Below this many bytes the statistic is not reliable, and deflating is cheap.</summary>
    private const int Shortest = 4096;

    /// <summary>
    /// Pearson's chi-squared statistic has a mean of 255 for random bytes and a standard deviation of 22.6; this limit is six
    /// standard deviations above the mean. The same random bytes twice have a mean of 510.
    /// </summary>
    private const double Highest = 390;

    /// <summary>Six standard deviations below the mean: a table of all values in turn is more even than random bytes, and compresses well.</summary>
    private const double Lowest = 120;

    private const int Values = 256;
    private const int Lanes = 4;

    /// <summary>Returns whether the bytes of a content look random.</summary>
    public static bool Is(ReadOnlySpan<byte> content)
    {
        if (content.Length < Shortest)
            return false;
        // Several tables, because reading a counter right after writing it is slow.
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
