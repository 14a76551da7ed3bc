using Slipway.Build.Plan;
using Slipway.Build.Resources.Svg;

namespace Slipway.Build.Resources.Icons;

/// <summary>Opens the picture of an icon, whatever its kind.</summary>
internal static class IconPictures
{
    public static IIconPicture Open(IconImage image)
    {
        ReadOnlySpan<byte> bytes = image.Bytes.Span;
        return LooksLikeXml(bytes)
            ? SvgPicture.Load(image.Bytes, image.Where)
            : RasterPicture.Decode(bytes, image.Where);
    }

    private static bool LooksLikeXml(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> start = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        return start.TrimStart(" \t\r\n"u8).StartsWith("<"u8) || bytes.StartsWith(stackalloc byte[] { 0xFF, 0xFE, 0x3C, 0 }) || bytes.StartsWith(stackalloc byte[] { 0xFE, 0xFF, 0, 0x3C });
    }
}
