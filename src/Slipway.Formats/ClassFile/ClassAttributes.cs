namespace Slipway.Formats.ClassFile;

/// <summary>Reads the attributes of a class.</summary>
internal static class ClassAttributes
{
    private const int SyntheticFlag = 0x1000;

    public static void Read(ref ClassFileCursor cursor, ConstantPool pool, JavaClass target)
    {
        for (var left = cursor.U2(); left > 0; left--)
        {
            var name = pool.Utf8(cursor.U2());
            var part = cursor.TakePart();
            if (ReadSimple(name, ref part, pool, target) || ReadRelations(name, ref part, pool, target))
                part.ExpectEnd(name);
        }
    }

    private static bool ReadSimple(string name, ref ClassFileCursor part, ConstantPool pool, JavaClass target)
    {
        switch (name)
        {
            case "SourceFile":
                target.SourceFile = pool.Utf8(part.U2());
                return true;
            case "Signature":
                target.Signature = pool.Utf8(part.U2());
                return true;
            case "Deprecated":
                target.IsDeprecated = true;
                return true;
            case "Synthetic":
                target.Access |= SyntheticFlag;
                return true;
            case "BootstrapMethods":
                pool.Dynamics.ReadBootstrapMethods(ref part);
                return true;
            case "RuntimeVisibleAnnotations" or "RuntimeInvisibleAnnotations":
                AnnotationReader.ReadAll(ref part, pool, name == "RuntimeVisibleAnnotations", target.Annotations);
                return true;
            default:
                return false;
        }
    }

    private static bool ReadRelations(string name, ref ClassFileCursor part, ConstantPool pool, JavaClass target)
    {
        switch (name)
        {
            case "InnerClasses":
                ReadInnerClasses(ref part, pool, target.InnerClasses);
                return true;
            case "EnclosingMethod":
                target.EnclosingMethod = ReadEnclosingMethod(ref part, pool);
                return true;
            case "NestHost":
                target.NestHost = pool.PlainClassName(part.U2());
                return true;
            case "NestMembers":
                ReadNames(ref part, pool, target.NestMembers);
                return true;
            case "PermittedSubclasses":
                ReadNames(ref part, pool, target.PermittedSubclasses);
                return true;
            case "Record":
                target.RecordComponents = ReadRecord(ref part, pool);
                return true;
            default:
                return false;
        }
    }

    private static void ReadNames(ref ClassFileCursor part, ConstantPool pool, List<string> target)
    {
        for (var left = part.U2(); left > 0; left--)
            target.Add(pool.PlainClassName(part.U2()));
    }

    private static void ReadInnerClasses(ref ClassFileCursor part, ConstantPool pool, List<InnerClassEntry> target)
    {
        for (var left = part.U2(); left > 0; left--)
        {
            var inner = pool.PlainClassName(part.U2());
            var outer = pool.OptionalClassName(part.U2());
            target.Add(new InnerClassEntry(inner, outer, pool.OptionalUtf8(part.U2()), part.U2()));
        }
    }

    private static EnclosingMethodEntry ReadEnclosingMethod(ref ClassFileCursor part, ConstantPool pool)
    {
        var outer = pool.PlainClassName(part.U2());
        var method = part.U2();
        if (method == 0)
            return new EnclosingMethodEntry(outer, null, null);
        var (name, descriptor) = pool.NameAndType(method);
        return JavaDescriptor.IsMethodName(name) && JavaDescriptor.IsMethod(descriptor)
            ? new EnclosingMethodEntry(outer, name, descriptor)
            : throw part.Malformed("the enclosing method has no valid name and descriptor");
    }

    private static List<RecordComponentEntry> ReadRecord(ref ClassFileCursor part, ConstantPool pool)
    {
        var components = new List<RecordComponentEntry>();
        for (var left = part.U2(); left > 0; left--)
        {
            var name = pool.Utf8(part.U2());
            var descriptor = pool.Utf8(part.U2());
            if (!JavaDescriptor.IsMemberName(name) || !JavaDescriptor.IsType(descriptor))
                throw part.Malformed("a record component has no valid name and type");
            components.Add(ReadComponentAttributes(ref part, pool, name, descriptor));
        }

        return components;
    }

    private static RecordComponentEntry ReadComponentAttributes(ref ClassFileCursor part, ConstantPool pool, string name, string descriptor)
    {
        string? signature = null;
        var annotations = new List<AnnotationUsage>();
        for (var left = part.U2(); left > 0; left--)
        {
            var attribute = pool.Utf8(part.U2());
            var content = part.TakePart();
            if (attribute == "Signature")
                signature = pool.Utf8(content.U2());
            else if (attribute is "RuntimeVisibleAnnotations" or "RuntimeInvisibleAnnotations")
                AnnotationReader.ReadAll(ref content, pool, attribute == "RuntimeVisibleAnnotations", annotations);
            else
                continue;
            content.ExpectEnd(attribute);
        }

        return new RecordComponentEntry(name, descriptor, signature, annotations);
    }
}
