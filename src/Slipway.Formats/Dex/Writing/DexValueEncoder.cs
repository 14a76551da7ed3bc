namespace Slipway.Formats.Dex.Writing;

/// <summary>Writes encoded values (dex-format, "encoded_value encoding").</summary>
internal sealed class DexValueEncoder(DexIndices indices)
{
    public void Value(DexBuffer target, DexValue value)
    {
        switch (value)
        {
            case DexValue.Primitive primitive:
                Primitive(target, primitive);
                break;
            case DexValue.Array array:
                target.U1((int)DexValueType.Array);
                Array(target, array.Values);
                break;
            case DexValue.Annotation annotation:
                target.U1((int)DexValueType.Annotation);
                Annotation(target, annotation.AnnotationType, annotation.Elements);
                break;
            case DexValue.Null:
                target.U1((int)DexValueType.Null);
                break;
            default:
                var (type, index) = Index(value);
                Unsigned(target, type, (uint)index);
                break;
        }
    }

    public void Array(DexBuffer target, IReadOnlyList<DexValue> values)
    {
        target.Uleb(values.Count);
        foreach (var value in values)
            Value(target, value);
    }

    /// <summary>encoded_annotation: elements ascend by the index of their names.</summary>
    public void Annotation(DexBuffer target, string type, IReadOnlyList<KeyValuePair<string, DexValue>> elements)
    {
        target.Uleb(indices.Type(type));
        target.Uleb(elements.Count);
        foreach (var (name, value) in elements.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            target.Uleb(indices.String(name));
            Value(target, value);
        }
    }

    private (DexValueType Type, int Index) Index(DexValue value) => value switch
    {
        DexValue.Text text => (DexValueType.String, indices.String(text.Value)),
        DexValue.TypeLiteral type => (DexValueType.Type, indices.Type(type.Descriptor)),
        DexValue.Field field => (DexValueType.Field, indices.Field(field.Reference)),
        DexValue.EnumConstant constant => (DexValueType.Enum, indices.Field(constant.Reference)),
        DexValue.Method method => (DexValueType.Method, indices.Method(method.Reference)),
        DexValue.MethodType type => (DexValueType.MethodType, indices.Proto(type.Descriptor)),
        DexValue.MethodHandle handle => (DexValueType.MethodHandle, indices.MethodHandle(handle.Handle)),
        _ => throw new ArgumentException($"{value.GetType().Name} cannot be encoded.", nameof(value)),
    };

    private static void Primitive(DexBuffer target, DexValue.Primitive value)
    {
        switch (value.Kind)
        {
            case 'Z':
                target.U1((int)DexValueType.Boolean | (value.Bits != 0 ? 1 << 5 : 0));
                break;
            case 'C':
                Unsigned(target, DexValueType.Char, (ushort)value.Bits);
                break;
            case 'F':
                HighBytes(target, DexValueType.Float, (ulong)value.Bits << 32, 4);
                break;
            case 'D':
                HighBytes(target, DexValueType.Double, (ulong)value.Bits, 8);
                break;
            case 'B':
                target.U1((int)DexValueType.Byte);
                target.U1((int)value.Bits);
                break;
            default:
                Signed(target, value.Kind switch { 'S' => DexValueType.Short, 'I' => DexValueType.Int, _ => DexValueType.Long }, value.Bits);
                break;
        }
    }

    private static void Signed(DexBuffer target, DexValueType type, long value)
    {
        var size = 1;
        while (value >> ((8 * size) - 1) is not (0 or -1))
            size++;
        LowBytes(target, type, (ulong)value, size);
    }

    private static void Unsigned(DexBuffer target, DexValueType type, uint value)
    {
        var size = 1;
        while (value >> (8 * (size - 1)) > 0xff)
            size++;
        LowBytes(target, type, value, size);
    }

    private static void LowBytes(DexBuffer target, DexValueType type, ulong value, int size)
    {
        target.U1((int)type | ((size - 1) << 5));
        for (var i = 0; i < size; i++)
            target.U1((int)(value >> (8 * i)) & 0xff);
    }

    /// <summary>Writes a floating-point number without the zero bytes at its low end.</summary>
    private static void HighBytes(DexBuffer target, DexValueType type, ulong value, int width)
    {
        var size = width;
        while (size > 1 && (byte)(value >> (64 - (8 * size))) == 0)
            size--;
        LowBytes(target, type, value >> (64 - (8 * size)), size);
    }
}
