namespace Slipway.Formats.Dex;

/// <summary>The checksum of the header (RFC 1950, section 9).</summary>
internal static class Adler32
{
    private const uint Modulus = 65521;

    /// <summary>Number of bytes that can be summed before 32 bits overflow (RFC 1950: zlib's NMAX).</summary>
    private const int Stride = 5552;

    public static uint Compute(ReadOnlySpan<byte> bytes)
    {
        uint low = 1;
        uint high = 0;
        while (!bytes.IsEmpty)
        {
            var part = bytes[..Math.Min(Stride, bytes.Length)];
            foreach (var value in part)
            {
                low += value;
                high += low;
            }

            low %= Modulus;
            high %= Modulus;
            bytes = bytes[part.Length..];
        }

        return (high << 16) | low;
    }
}
