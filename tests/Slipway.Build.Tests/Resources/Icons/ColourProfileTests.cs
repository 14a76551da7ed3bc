using System.IO.Compression;
using SkiaSharp;
using Slipway.Build.Resources.Icons;
using Slipway.Build.Tests.Resources.Svg;

namespace Slipway.Build.Tests.Resources.Icons;

/// <summary>Colours are what a browser makes of them for a screen of sRGB.</summary>
public sealed class ColourProfileTests
{
    private const int MostDifference = 3;

    // Tables of ink are looked up otherwise in each version of Skia.
    private const int MostDifferenceOfTables = 12;
    private static readonly byte[] Sample = [180, 120, 60];

    [Fact]
    public void Every_profile_is_converted_as_a_browser_converts_it()
    {
        var files = Files().ToList();
        var expected = ChromiumSheet.Draw([.. files.Select(f => $"data:image/{f.Kind};base64,{Convert.ToBase64String(f.Bytes)}")]);
        var wrong = new List<string>();
        for (var i = 0; i < files.Count; i++)
        {
            var (own, browsers) = (Colour(files[i].Bytes), expected[i].GetPixel(50, 50));
            if (Difference(own, browsers) > (files[i].Name.EndsWith("K with a profile", StringComparison.Ordinal) ? MostDifferenceOfTables : MostDifference))
                wrong.Add($"{files[i].Name}: {own}, in a browser {browsers}");
        }

        Assert.True(wrong.Count == 0, string.Join("; ", wrong));
        // The profiles change something, so that one which is left out would be noticed.
        Assert.All(files.Zip(expected).Where(f => f.First.Changes), f => Assert.True(Difference(f.Second.GetPixel(50, 50), new SKColor(180, 120, 60)) > 4 * MostDifference, f.First.Name));
    }

    private static IEnumerable<(string Name, string Kind, bool Changes, byte[] Bytes)> Files()
    {
        byte[] wide = IccProfiles.DisplayP3, adobe = IccProfiles.AdobeRgb, swapped = IccProfiles.Swapped;
        yield return ("PNG without a profile", "png", false, Png());
        yield return ("PNG, iCCP, Display P3", "png", true, Png(("iCCP", Compressed(wide))));
        yield return ("PNG, iCCP, Adobe RGB", "png", true, Png(("iCCP", Compressed(adobe))));
        yield return ("PNG, iCCP, swapped", "png", true, Png(("iCCP", Compressed(swapped))));
        yield return ("PNG, iCCP, damaged", "png", false, Png(("iCCP", Compressed(wide[..200]))));
        yield return ("PNG, gAMA 1.0", "png", true, Png(("gAMA", [0, 1, 0x86, 0xA0])));
        yield return ("PNG, gAMA and cHRM of Adobe RGB", "png", true, Png(("gAMA", [0, 0, 0xB1, 0x8F]), ("cHRM", Chromaticities(0.3127, 0.329, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06))));
        yield return ("PNG, sRGB over gAMA", "png", false, Png(("sRGB", [0]), ("gAMA", [0, 1, 0x86, 0xA0])));
        yield return ("PNG, cICP, Display P3", "png", true, Png(("cICP", [12, 13, 0, 1])));
        yield return ("PNG, cICP, Rec. 2020", "png", true, Png(("cICP", [9, 13, 0, 1])));
        yield return ("PNG, cICP over iCCP", "png", true, Png(("cICP", [12, 13, 0, 1]), ("iCCP", Compressed(swapped))));
        yield return ("PNG, grey with a profile", "png", true, RasterPictures.Png(1, 8, 0, [0, 120], ("iCCP", Compressed(IccProfiles.Grey))));
        yield return ("JPEG, grey with a profile", "jpeg", true, FlatJpeg.Of([120], null, IccProfiles.Grey));
        yield return ("JPEG, RGB", "jpeg", false, FlatJpeg.Of(Sample, 0, null));
        yield return ("JPEG, RGB, Display P3", "jpeg", true, FlatJpeg.Of(Sample, 0, wide));
        yield return ("JPEG, RGB, Adobe RGB", "jpeg", true, FlatJpeg.Of(Sample, 0, adobe));
        yield return ("JPEG, YCbCr, swapped", "jpeg", true, FlatJpeg.Of([100, 90, 180], 1, swapped));
        yield return ("JPEG, CMYK", "jpeg", true, FlatJpeg.Of([200, 120, 90, 220], 0, null));
        yield return ("JPEG, CMYK with a profile", "jpeg", true, FlatJpeg.Of([200, 120, 90, 220], 0, IccProfiles.Cmyk));
        yield return ("JPEG, YCCK", "jpeg", true, FlatJpeg.Of([140, 110, 160, 220], 2, null));
        yield return ("JPEG, YCCK with a profile", "jpeg", true, FlatJpeg.Of([140, 110, 160, 220], 2, IccProfiles.Cmyk));
        yield return ("WebP", "webp", false, WebP(null));
        yield return ("WebP, Display P3", "webp", true, WebP(wide));
        yield return ("WebP, swapped", "webp", true, WebP(swapped));
    }

    private static byte[] Png(params (string, byte[])[] chunks) => RasterPictures.Png(1, 8, 2, [0, .. Sample], chunks);

    private static byte[] Compressed(byte[] profile)
    {
        var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(profile);
        return [.. "test\0\0"u8, .. deflated.ToArray()];
    }

    private static byte[] Chromaticities(params double[] values) => [.. values.SelectMany(v =>
    {
        var number = (int)Math.Round(v * 100_000);
        return new[] { (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number };
    })];

    private static byte[] WebP(byte[]? profile)
    {
        using var bitmap = new SKBitmap(2, 2);
        bitmap.Erase(new SKColor(Sample[0], Sample[1], Sample[2]));
        using var pixels = bitmap.PeekPixels()!;
        using var data = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 50))!;
        var plain = data!.ToArray();
        var at = plain.AsSpan().IndexOf("VP8L"u8);
        byte[] picture = [.. plain.AsSpan(at, 8 + BitConverter.ToInt32(plain, at + 4)), .. new byte[plain[at + 4] & 1]];
        byte[] colours = profile is null ? [] : [.. "ICCP"u8, .. BitConverter.GetBytes(profile.Length), .. profile, .. new byte[profile.Length & 1]];
        byte[] body = [.. "WEBPVP8X"u8, 10, 0, 0, 0, (byte)(profile is null ? 0 : 0x20), 0, 0, 0, 1, 0, 0, 1, 0, 0, .. colours, .. picture];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length), .. body];
    }

    private static SKColor Colour(byte[] file)
    {
        using var picture = RasterPicture.Decode(file, "icon");
        using var bitmap = new SKBitmap(new SKImageInfo(8, 8, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(bitmap))
            picture.Draw(canvas, SKRect.Create(8, 8));
        return bitmap.GetPixel(4, 4);
    }

    private static int Difference(SKColor a, SKColor b) => Math.Max(Math.Abs(a.Red - b.Red), Math.Max(Math.Abs(a.Green - b.Green), Math.Abs(a.Blue - b.Blue)));
}
