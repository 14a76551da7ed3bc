namespace Slipway.Formats.Dex.Reading;

/// <summary>The checksum of zlib (RFC 1950).</summary>
internal static class Adler32
{
    private const uint Modulus = 65521;

    /// <summary>Longest run whose sums fit 32 bits.</summary>
    private const int Run = 5552;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var (low, high) = (1u, 0u);
        while (!bytes.IsEmpty)
        {
            var run = bytes[..Math.Min(Run, bytes.Length)];
            foreach (var value in run)
            {
                low += value;
                high += low;
            }

            low %= Modulus;
            high %= Modulus;
            bytes = bytes[run.Length..];
        }

        return (high << 16) | low;
    }
}
