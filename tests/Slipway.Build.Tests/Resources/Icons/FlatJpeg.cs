namespace Slipway.Build.Tests.Resources.Icons;

/// <summary>Makes a JPEG of 8 x 8 pixels of one colour, with one, three or four channels (ITU-T T.81, baseline), which no encoder at hand makes of CMYK.</summary>
internal static class FlatJpeg
{
    /// <param name="samples">A byte for each channel, as the file has them.</param>
    /// <param name="transform">Of the Adobe marker: 0 for RGB and CMYK, 1 for YCbCr, 2 for YCCK; null for no marker.</param>
    /// <param name="profile">A colour profile.</param>
    public static byte[] Of(byte[] samples, byte? transform, byte[]? profile)
    {
        var channels = samples.Length;
        var file = new List<byte> { 0xFF, 0xD8 };
        if (transform is { } value)
            Add(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, value]);
        if (profile is not null)
            Add(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. profile]);
        Add(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]);
        Add(0xC0, [8, 0, 8, 0, 8, (byte)channels, .. Enumerable.Range(1, channels).SelectMany(c => new byte[] { (byte)c, 0x11, 0 })]);
        // Twelve codes of four bits for the first coefficients, one of one bit that ends a block for the others.
        Add(0xC4, [0, 0, 0, 0, 12, .. new byte[12], .. Enumerable.Range(0, 12).Select(i => (byte)i)]);
        Add(0xC4, [0x10, 1, .. new byte[15], 0]);
        Add(0xDA, [(byte)channels, .. Enumerable.Range(1, channels).SelectMany(c => new byte[] { (byte)c, 0 }), 0, 63, 0]);
        var bits = string.Concat(samples.Select(Block));
        bits = bits.PadRight((bits.Length + 7) / 8 * 8, '1');
        for (var at = 0; at < bits.Length; at += 8)
        {
            var octet = Convert.ToByte(bits.Substring(at, 8), 2);
            file.AddRange(octet == 0xFF ? [octet, 0] : [octet]);
        }

        return [.. file, 0xFF, 0xD9];

        void Add(byte marker, byte[] content) => file.AddRange([0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content]);
    }

    private static string Block(byte sample)
    {
        var mean = (sample - 128) * 8;
        var size = mean == 0 ? 0 : (int)Math.Log2(Math.Abs(mean)) + 1;
        var magnitude = size == 0 ? "" : Convert.ToString(mean < 0 ? mean + (1 << size) - 1 : mean, 2).PadLeft(size, '0');
        return Convert.ToString(size, 2).PadLeft(4, '0') + magnitude + "0";
    }
}
