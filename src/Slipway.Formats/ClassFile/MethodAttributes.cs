namespace Slipway.Formats.ClassFile;

/// <summary>Reads the attributes of a method.</summary>
internal static class MethodAttributes
{
    private const int NativeFlag = 0x0100;
    private const int AbstractFlag = 0x0400;
    private const int SyntheticFlag = 0x1000;

    public static void Read(ref ClassFileCursor cursor, ConstantPool pool, JavaMethod method)
    {
        var name = pool.Utf8(cursor.U2());
        var part = cursor.TakePart();
        switch (name)
        {
            case "Code":
                ReadCode(ref part, pool, method);
                break;
            case "Exceptions":
                for (var left = part.U2(); left > 0; left--)
                    method.Exceptions.Add(pool.PlainClassName(part.U2()));
                break;
            case "MethodParameters":
                for (var left = part.U1(); left > 0; left--)
                    method.Parameters.Add(new MethodParameterEntry(pool.OptionalUtf8(part.U2()), part.U2()));
                break;
            case "Signature":
                method.Signature = pool.Utf8(part.U2());
                break;
            case "Deprecated":
                method.IsDeprecated = true;
                break;
            case "Synthetic":
                method.Access |= SyntheticFlag;
                break;
            default:
                if (!ReadAnnotations(name, ref part, pool, method))
                    return;
                break;
        }

        part.ExpectEnd(name);
    }

    private static void ReadCode(ref ClassFileCursor part, ConstantPool pool, JavaMethod method)
    {
        if (method.Code is not null)
            throw part.Malformed($"the method {method.Name} has code twice");
        if ((method.Access & (NativeFlag | AbstractFlag)) != 0)
            throw part.Malformed($"the method {method.Name} is abstract or native and has code");
        method.Code = CodeAttributeReader.Read(ref part, pool);
    }

    private static bool ReadAnnotations(string name, ref ClassFileCursor part, ConstantPool pool, JavaMethod method)
    {
        switch (name)
        {
            case "AnnotationDefault":
                method.AnnotationDefault = AnnotationReader.ReadValue(ref part, pool);
                return true;
            case "RuntimeVisibleAnnotations" or "RuntimeInvisibleAnnotations":
                AnnotationReader.ReadAll(ref part, pool, name == "RuntimeVisibleAnnotations", method.Annotations);
                return true;
            case "RuntimeVisibleParameterAnnotations" or "RuntimeInvisibleParameterAnnotations":
                AnnotationReader.ReadParameters(ref part, pool, name == "RuntimeVisibleParameterAnnotations", method.ParameterAnnotations);
                return true;
            default:
                return false;
        }
    }
}
