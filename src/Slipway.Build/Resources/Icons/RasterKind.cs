using Slipway.Build.Read;

namespace Slipway.Build.Resources.Icons;

/// <summary>Detects by its first bytes what the codec does not report about a picture.</summary>
internal static class RasterKind
{
    /// <summary>Returns why no codec reads a file.</summary>
    public static string WhyNot(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [] => "the file is empty",
        _ when IsChangedForIos(bytes) => "the file is a PNG that Xcode has changed for iOS (CgBI), which browsers do not show",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] when Start(bytes).IndexOf("avi"u8) > 0 => "AVIF is not supported",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "HEIF is not supported",
        [0xFF, 0x0A, ..] or [0, 0, 0, 0x0C, (byte)'J', (byte)'X', (byte)'L', ..] => "JPEG XL is not supported",
        [0x1F, 0x8B, ..] => "the file is compressed with gzip",
        _ when LfsPointer.Is(bytes) => "the file is a pointer of Git LFS; fetch the picture with 'git lfs pull'",
        _ => "the file is not a PNG, SVG, WebP, JPEG, GIF, BMP or ICO picture",
    };

    /// <summary>Xcode writes files that look like PNG but are not: they begin with a chunk of their own and have another order of colours.</summary>
    public static bool IsChangedForIos(ReadOnlySpan<byte> bytes) => bytes.Length > 16 && bytes[12..].StartsWith("CgBI"u8);

    /// <summary>An APNG has an <c>acTL</c> chunk before its pixels; the codec reads its first frame and does not report the others.</summary>
    public static bool IsAnimatedPng(ReadOnlySpan<byte> bytes)
    {
        int pixels = bytes.IndexOf("IDAT"u8);
        int animation = bytes.IndexOf("acTL"u8);
        return animation >= 0 && animation < pixels;
    }

    private static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 64)];
}
