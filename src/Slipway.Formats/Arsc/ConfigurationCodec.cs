namespace Slipway.Formats.Arsc;

/// <summary>
/// Reads and writes the 64 bytes of <c>ResTable_config</c>; also reads older, shorter forms and skips the fields that newer forms
/// add.
/// </summary>
internal static class ConfigurationCodec
{
    public const int Size = 64;
    private const int Oldest = 28;

    public static void Write(ChunkWriter writer, ResourceConfiguration c)
    {
        writer.I32(Size);
        writer.U16(c.Mcc);
        writer.U16(c.Mnc);
        LocaleCode.Write(writer, c.Language, LocaleCode.LanguageBase);
        LocaleCode.Write(writer, c.Region, LocaleCode.RegionBase);
        writer.U8(c.Orientation);
        writer.U8(c.Touchscreen);
        writer.U16(c.Density);
        writer.U8(c.Keyboard);
        writer.U8(c.Navigation);
        writer.U8(c.InputFlags);
        writer.U8(0);
        writer.U16(c.ScreenWidth);
        writer.U16(c.ScreenHeight);
        writer.U16(c.SdkVersion);
        writer.U16(c.MinorVersion);
        writer.U8(c.ScreenLayout);
        writer.U8(c.UiMode);
        writer.U16(c.SmallestScreenWidthDp);
        writer.U16(c.ScreenWidthDp);
        writer.U16(c.ScreenHeightDp);
        LocaleCode.WriteText(writer, c.Script, 4);
        LocaleCode.WriteText(writer, c.Variant, 8);
        writer.U8(c.ScreenLayout2);
        writer.U8(c.ColorMode);
        writer.U16(0);
        writer.U8(c.IsScriptComputed ? (byte)1 : (byte)0);
        LocaleCode.WriteText(writer, c.NumberingSystem, 8);
        writer.Zeros(3);
    }

    public static ResourceConfiguration Read(ChunkReader chunk, int offset)
    {
        var size = chunk.U32(offset);
        if (size < Oldest)
            throw chunk.Fault($"a configuration of {size} bytes is too short", offset);

        Span<byte> bytes = stackalloc byte[Size];
        bytes.Clear();
        chunk.Slice(offset, Math.Min(size, Size)).CopyTo(bytes);
        return Decode(bytes);
    }

    private static ResourceConfiguration Decode(ReadOnlySpan<byte> b) => new()
    {
        Mcc = U16(b, 4),
        Mnc = U16(b, 6),
        Language = LocaleCode.Read(b.Slice(8, 2), LocaleCode.LanguageBase),
        Region = LocaleCode.Read(b.Slice(10, 2), LocaleCode.RegionBase),
        Orientation = b[12],
        Touchscreen = b[13],
        Density = U16(b, 14),
        Keyboard = b[16],
        Navigation = b[17],
        InputFlags = b[18],
        ScreenWidth = U16(b, 20),
        ScreenHeight = U16(b, 22),
        SdkVersion = U16(b, 24),
        MinorVersion = U16(b, 26),
        ScreenLayout = b[28],
        UiMode = b[29],
        SmallestScreenWidthDp = U16(b, 30),
        ScreenWidthDp = U16(b, 32),
        ScreenHeightDp = U16(b, 34),
        Script = LocaleCode.ReadText(b.Slice(36, 4)),
        Variant = LocaleCode.ReadText(b.Slice(40, 8)),
        ScreenLayout2 = b[48],
        ColorMode = b[49],
        IsScriptComputed = b[52] != 0,
        NumberingSystem = LocaleCode.ReadText(b.Slice(53, 8)),
    };

    private static ushort U16(ReadOnlySpan<byte> bytes, int offset) => (ushort)(bytes[offset] | (bytes[offset + 1] << 8));
}
