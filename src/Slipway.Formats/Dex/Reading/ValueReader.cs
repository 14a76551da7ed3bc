namespace Slipway.Formats.Dex.Reading;

/// <summary>Reads encoded_value, encoded_array and encoded_annotation.</summary>
internal sealed class ValueReader(DexInput input, ValueTables references)
{
    /// <summary>Limit on the nesting; annotations of real classes have fewer than five levels.</summary>
    private const int Deepest = 32;

    /// <summary>Reads an encoded_array_item.</summary>
    public IReadOnlyList<DexValue> ReadArray(int offset)
    {
        var cursor = new DexCursor(input, offset);
        var values = Values(ref cursor, 0);
        input.Charge(cursor.Offset - offset, offset);
        return values;
    }

    /// <summary>Reads type and elements of an encoded_annotation.</summary>
    public DexValue.Annotation ReadAnnotation(ref DexCursor cursor, int depth = 0)
    {
        var start = cursor.Offset;
        var type = references.Tables.Type(cursor.Unsigned(), start);
        var count = cursor.CountOf(2);
        var elements = new List<KeyValuePair<string, DexValue>>(Math.Min(count, 16));
        for (var i = 0; i < count; i++)
        {
            var name = references.Tables.String(cursor.Unsigned(), start);
            elements.Add(new(name, Value(ref cursor, depth + 1)));
        }

        return new DexValue.Annotation(type, elements);
    }

    private List<DexValue> Values(ref DexCursor cursor, int depth)
    {
        var count = cursor.CountOf(1);
        var values = new List<DexValue>(Math.Min(count, 16));
        for (var i = 0; i < count; i++)
            values.Add(Value(ref cursor, depth + 1));

        return values;
    }

    private DexValue Value(ref DexCursor cursor, int depth)
    {
        var start = cursor.Offset;
        if (depth > Deepest)
            throw input.Malformed("values are nested too deeply", start);

        var head = cursor.Byte();
        var (type, argument) = ((DexValueType)(head & 0x1f), head >> 5);
        return type switch
        {
            DexValueType.Array => new DexValue.Array(Values(ref cursor, depth)),
            DexValueType.Annotation => ReadAnnotation(ref cursor, depth),
            DexValueType.Null => new DexValue.Null(),
            DexValueType.Boolean when argument <= 1 => new DexValue.Primitive('Z', argument),
            DexValueType.Boolean => throw input.Malformed("a boolean value is neither true nor false", start),
            _ => Number(ref cursor, type, argument + 1, start),
        };
    }

    private DexValue Number(ref DexCursor cursor, DexValueType type, int size, int start)
    {
        var bits = 0UL;
        for (var i = 0; i < size; i++)
            bits |= (ulong)cursor.Byte() << (8 * i);

        var signed = (long)(bits << (64 - (8 * size))) >> (64 - (8 * size));
        return type switch
        {
            DexValueType.Byte when size == 1 => new DexValue.Primitive('B', signed),
            DexValueType.Short when size <= 2 => new DexValue.Primitive('S', signed),
            DexValueType.Char when size <= 2 => new DexValue.Primitive('C', (long)bits),
            DexValueType.Int when size <= 4 => new DexValue.Primitive('I', signed),
            DexValueType.Long => new DexValue.Primitive('J', signed),
            // Floating-point numbers are stored from the high end; zero bytes at the low end are omitted.
            DexValueType.Float when size <= 4 => new DexValue.Primitive('F', (int)(uint)(bits << (32 - (8 * size)))),
            DexValueType.Double => new DexValue.Primitive('D', (long)(bits << (64 - (8 * size)))),
            _ when size <= 4 => Reference(type, (int)Math.Min(bits, int.MaxValue), start),
            _ => throw input.Malformed("a value is longer than its type", start),
        };
    }

    private DexValue Reference(DexValueType type, int index, int start) => type switch
    {
        DexValueType.String => new DexValue.Text(references.Tables.String(index, start)),
        DexValueType.Type => new DexValue.TypeLiteral(references.Tables.Type(index, start)),
        DexValueType.Field => new DexValue.Field(references.Tables.Field(index, start)),
        DexValueType.Enum => new DexValue.EnumConstant(references.Tables.Field(index, start)),
        DexValueType.Method => new DexValue.Method(references.Tables.Method(index, start)),
        DexValueType.MethodType => new DexValue.MethodType(references.Tables.Proto(index, start)),
        DexValueType.MethodHandle => new DexValue.MethodHandle(references.Handle(index, start) ?? throw input.Malformed($"there is no method handle {index}", start)),
        _ => throw input.Malformed("a value has an unknown type", start),
    };
}

/// <summary>
/// The tables that encoded values refer to; method handles are passed separately, because they are available before the tables are
/// complete.
/// </summary>
internal sealed class ValueTables(DexTables tables, DexMethodHandle[]? handles = null)
{
    public DexTables Tables => tables;

    public DexMethodHandle? Handle(int index, int offset) =>
        handles is null ? tables.MethodHandle(index, offset) : (uint)index < (uint)handles.Length ? handles[index] : null;
}
