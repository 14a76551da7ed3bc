namespace Slipway.Formats.ClassFile;

/// <summary>Reads the fields and methods of a class file (JVMS 4.5, 4.6).</summary>
internal static class MemberReader
{
    private const int SyntheticFlag = 0x1000;

    /// <summary>Skips a table of fields or methods, because the bootstrap methods that code refers to follow it.</summary>
    public static void Skip(ref ClassFileCursor cursor)
    {
        for (var left = cursor.U2(); left > 0; left--)
        {
            cursor.Take(6);
            for (var attributes = cursor.U2(); attributes > 0; attributes--)
            {
                cursor.U2();
                cursor.TakePart();
            }
        }
    }

    public static void ReadFields(ref ClassFileCursor cursor, ConstantPool pool, JavaClass target)
    {
        for (var left = cursor.U2(); left > 0; left--)
        {
            var access = cursor.U2();
            var name = pool.Utf8(cursor.U2());
            var descriptor = pool.Utf8(cursor.U2());
            if (!JavaDescriptor.IsMemberName(name) || !JavaDescriptor.IsType(descriptor))
                throw cursor.Malformed($"a field has no valid name and type: {name} {descriptor}");
            var field = new JavaField { Access = access, Name = name, Descriptor = descriptor };
            for (var attributes = cursor.U2(); attributes > 0; attributes--)
                ReadFieldAttribute(ref cursor, pool, field);
            target.Fields.Add(field);
        }
    }

    public static void ReadMethods(ref ClassFileCursor cursor, ConstantPool pool, JavaClass target)
    {
        for (var left = cursor.U2(); left > 0; left--)
        {
            var access = cursor.U2();
            var name = pool.Utf8(cursor.U2());
            var descriptor = pool.Utf8(cursor.U2());
            if (!JavaDescriptor.IsMethodName(name) || !JavaDescriptor.IsMethod(descriptor))
                throw cursor.Malformed($"a method has no valid name and descriptor: {name} {descriptor}");
            var method = new JavaMethod { Access = access, Name = name, Descriptor = descriptor };
            for (var attributes = cursor.U2(); attributes > 0; attributes--)
                MethodAttributes.Read(ref cursor, pool, method);
            target.Methods.Add(method);
        }
    }

    private static void ReadFieldAttribute(ref ClassFileCursor cursor, ConstantPool pool, JavaField field)
    {
        var name = pool.Utf8(cursor.U2());
        var part = cursor.TakePart();
        switch (name)
        {
            case "ConstantValue":
                field.ConstantValue = ReadConstant(ref part, pool, field.Descriptor);
                break;
            case "Signature":
                field.Signature = pool.Utf8(part.U2());
                break;
            case "Deprecated":
                field.IsDeprecated = true;
                break;
            case "Synthetic":
                field.Access |= SyntheticFlag;
                break;
            case "RuntimeVisibleAnnotations" or "RuntimeInvisibleAnnotations":
                AnnotationReader.ReadAll(ref part, pool, name == "RuntimeVisibleAnnotations", field.Annotations);
                break;
            default:
                return;
        }

        part.ExpectEnd(name);
    }

    private static object ReadConstant(ref ClassFileCursor cursor, ConstantPool pool, string descriptor)
    {
        var index = cursor.U2();
        var expected = descriptor switch
        {
            "Z" or "B" or "C" or "S" or "I" => ConstantTag.Integer,
            "J" => ConstantTag.Long,
            "F" => ConstantTag.Float,
            "D" => ConstantTag.Double,
            "Ljava/lang/String;" => ConstantTag.String,
            _ => throw cursor.Malformed($"a field of type {descriptor} has a constant value"),
        };
        pool.Expect(index, expected);
        return pool.Loadable(index);
    }
}
