namespace Slipway.Formats.ClassFile;

/// <summary>Reads annotations and their values (JVMS 4.7.16 to 4.7.22).</summary>
internal static class AnnotationReader
{
    /// <summary>Limit on the nesting of values; deeper nesting could overflow the stack.</summary>
    private const int MaxDepth = 64;

    public static void ReadAll(ref ClassFileCursor cursor, ConstantPool pool, bool visible, List<AnnotationUsage> target)
    {
        for (var left = cursor.U2(); left > 0; left--)
            target.Add(ReadAnnotation(ref cursor, pool, visible, 0));
    }

    /// <summary>Adds the annotations of each parameter; visible and invisible ones are in separate attributes.</summary>
    public static void ReadParameters(ref ClassFileCursor cursor, ConstantPool pool, bool visible, List<List<AnnotationUsage>> target)
    {
        var count = cursor.U1();
        while (target.Count < count)
            target.Add([]);
        for (var i = 0; i < count; i++)
            ReadAll(ref cursor, pool, visible, target[i]);
    }

    public static ElementValue ReadValue(ref ClassFileCursor cursor, ConstantPool pool) => ReadValue(ref cursor, pool, true, 0);

    private static AnnotationUsage ReadAnnotation(ref ClassFileCursor cursor, ConstantPool pool, bool visible, int depth)
    {
        var type = TypeDescriptor(ref cursor, pool);
        var elements = new List<KeyValuePair<string, ElementValue>>();
        for (var left = cursor.U2(); left > 0; left--)
        {
            var name = pool.Utf8(cursor.U2());
            elements.Add(new(name, ReadValue(ref cursor, pool, visible, depth)));
        }

        return new AnnotationUsage(type, visible, elements);
    }

    private static ElementValue ReadValue(ref ClassFileCursor cursor, ConstantPool pool, bool visible, int depth)
    {
        if (depth >= MaxDepth)
            throw cursor.Malformed("annotation values are nested too deeply");
        var tag = (char)cursor.U1();
        return tag switch
        {
            'e' => new ElementValue.EnumConstant(TypeDescriptor(ref cursor, pool), pool.Utf8(cursor.U2())),
            'c' => ClassLiteral(ref cursor, pool),
            '@' => new ElementValue.Nested(ReadAnnotation(ref cursor, pool, visible, depth + 1)),
            '[' => ReadArray(ref cursor, pool, visible, depth),
            _ => new ElementValue.Constant(tag, ReadConstant(ref cursor, pool, tag)),
        };
    }

    private static ElementValue.Array ReadArray(ref ClassFileCursor cursor, ConstantPool pool, bool visible, int depth)
    {
        var values = new List<ElementValue>();
        for (var left = cursor.U2(); left > 0; left--)
            values.Add(ReadValue(ref cursor, pool, visible, depth + 1));
        return new ElementValue.Array(values);
    }

    private static object ReadConstant(ref ClassFileCursor cursor, ConstantPool pool, char tag)
    {
        var index = cursor.U2();
        var expected = tag switch
        {
            'B' or 'C' or 'I' or 'S' or 'Z' => ConstantTag.Integer,
            'D' => ConstantTag.Double,
            'F' => ConstantTag.Float,
            'J' => ConstantTag.Long,
            's' => ConstantTag.Utf8,
            _ => throw cursor.Malformed($"annotation value has the unknown tag {(int)tag}"),
        };
        pool.Expect(index, expected);
        return tag == 's' ? pool.Utf8(index) : pool.Loadable(index);
    }

    private static ElementValue.ClassLiteral ClassLiteral(ref ClassFileCursor cursor, ConstantPool pool)
    {
        var descriptor = pool.Utf8(cursor.U2());
        return descriptor == "V" || JavaDescriptor.IsType(descriptor)
            ? new ElementValue.ClassLiteral(descriptor)
            : throw cursor.Malformed("annotation value is not a class");
    }

    private static string TypeDescriptor(ref ClassFileCursor cursor, ConstantPool pool)
    {
        var type = pool.Utf8(cursor.U2());
        return type.StartsWith('L') && JavaDescriptor.IsType(type) ? type : throw cursor.Malformed("annotation does not name a type");
    }
}
