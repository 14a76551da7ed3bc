using System.Buffers.Binary;

namespace Slipway.Build.Tests.Resources.Icons;

/// <summary>Makes colour profiles of ICC.1:2001-04 (version 2.4): a matrix with a curve, a curve of grey, and a table from CMYK to Lab.</summary>
internal static class IccProfiles
{
    // Columns of red, green and blue, adapted to D50.
    private static readonly double[] P3 = [0.51512, 0.24120, -0.00105, 0.29198, 0.69225, 0.04189, 0.15710, 0.06657, 0.78407];
    private static readonly double[] Adobe = [0.60974, 0.31111, 0.01947, 0.20528, 0.62567, 0.06087, 0.14919, 0.06322, 0.74457];
    private static readonly byte[] White = Xyz(0.9642, 1, 0.8249);

    /// <summary>The primaries of Display P3 with a power for a curve.</summary>
    public static byte[] DisplayP3 { get; } = Rgb(P3, 2.2);

    /// <summary>The primaries of Adobe RGB (1998).</summary>
    public static byte[] AdobeRgb { get; } = Rgb(Adobe, 2.19921875);

    /// <summary>Green and blue change places: no picture that is converted by it looks right by chance.</summary>
    public static byte[] Swapped { get; } = Rgb([.. P3[..3], .. P3[6..], .. P3[3..6]], 1.8);

    public static byte[] Grey { get; } = Profile("GRAY", "XYZ ", "mntr", ("wtpt", White), ("kTRC", Curve(1)));

    /// <summary>Ink makes darker and nothing else of what it should: cyan looks red.</summary>
    public static byte[] Cmyk { get; } = Profile("CMYK", "Lab ", "prtr", ("wtpt", White), ("A2B0", Table()));

    private static byte[] Rgb(double[] primaries, double power) => Profile(
        "RGB ",
        "XYZ ",
        "mntr",
        ("wtpt", White),
        ("rXYZ", Xyz(primaries[0], primaries[1], primaries[2])),
        ("gXYZ", Xyz(primaries[3], primaries[4], primaries[5])),
        ("bXYZ", Xyz(primaries[6], primaries[7], primaries[8])),
        ("rTRC", Curve(power)),
        ("gTRC", Curve(power)),
        ("bTRC", Curve(power)));

    private static byte[] Profile(string space, string connection, string kind, params (string Name, byte[] Content)[] tags)
    {
        byte[] description = [.. "desc"u8, 0, 0, 0, 0, 0, 0, 0, 5, .. "Test\0"u8, .. new byte[78]];
        (string Name, byte[] Content)[] all = [("desc", description), ("cprt", [.. "text"u8, 0, 0, 0, 0, .. "None\0"u8]), .. tags];
        var header = new byte[128];
        void Put(int at, string text) => System.Text.Encoding.ASCII.GetBytes(text).CopyTo(header, at);
        header[8] = 2;
        header[9] = 0x40;
        Put(12, kind);
        Put(16, space);
        Put(20, connection);
        Put(36, "acsp");
        White.AsSpan(8).CopyTo(header.AsSpan(68));
        var table = new List<byte>(Big(all.Length));
        var body = new List<byte>();
        foreach (var (name, content) in all)
        {
            table.AddRange([.. System.Text.Encoding.ASCII.GetBytes(name), .. Big(128 + 4 + (12 * all.Length) + body.Count), .. Big(content.Length)]);
            body.AddRange([.. content, .. new byte[(4 - (content.Length % 4)) % 4]]);
        }

        BinaryPrimitives.WriteInt32BigEndian(header, header.Length + table.Count + body.Count);
        return [.. header, .. table, .. body];
    }

    private static byte[] Xyz(double x, double y, double z) => [.. "XYZ "u8, 0, 0, 0, 0, .. Fixed(x), .. Fixed(y), .. Fixed(z)];

    private static byte[] Curve(double power) => [.. "curv"u8, 0, 0, 0, 0, .. Big(1), (byte)((int)Math.Round(power * 256) >> 8), (byte)Math.Round(power * 256)];

    // mft1 of ICC.1:2001-04, 6.5.8: four channels, two steps each, to Lab in bytes.
    private static byte[] Table()
    {
        byte[] straight = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        var grid = new List<byte>();
        for (var corner = 0; corner < 16; corner++)
        {
            var (c, m, y, k) = (corner >> 3, (corner >> 2) & 1, (corner >> 1) & 1, corner & 1);
            grid.AddRange([(byte)(255 * Math.Max(0, 1 - (0.3 * (c + m + y)) - (0.9 * k))), (byte)(128 + (60 * c) - (50 * m)), (byte)(128 + (50 * y))]);
        }

        byte[] identity = [.. Enumerable.Range(0, 9).SelectMany(i => Fixed(i % 4 == 0 ? 1 : 0))];
        return [.. "mft1"u8, 0, 0, 0, 0, 4, 3, 2, 0, .. identity, .. straight, .. straight, .. straight, .. straight, .. grid, .. straight, .. straight, .. straight];
    }

    private static byte[] Fixed(double value) => Big((int)Math.Round(value * 65536));

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
