namespace Slipway.Formats.Arsc;

/// <summary>The eight bytes of <c>Res_value</c>: size, zero, kind, data.</summary>
internal static class TypedValueCodec
{
    public const int Size = 8;

    public static void Write(ChunkWriter writer, TypedValue value, StringPoolWriter strings)
    {
        writer.U16(Size);
        writer.U8(0);
        writer.U8((byte)value.Kind);
        writer.U32(value.Text is { } text ? (uint)strings.IndexOf(text) : value.Data);
    }

    public static TypedValue Read(ChunkReader chunk, long offset, StringPool strings) =>
        Create((TypedValueKind)chunk.U8(offset + 3), chunk.U32(offset + 4), strings);

    public static TypedValue Create(TypedValueKind kind, uint data, StringPool strings) =>
        kind == TypedValueKind.String ? new TypedValue(kind, 0, strings.Styled(data)) : new TypedValue(kind, data);
}
