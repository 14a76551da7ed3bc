namespace Slipway.Formats.ClassFile;

/// <summary>
/// Writes class files with declarations only, for the class path of a compiler. Source of the format: The Java Virtual Machine
/// Specification, Java SE 17 edition, chapter 4.
/// </summary>
public static class ClassFileWriter
{
    private const int Magic = unchecked((int)0xCAFEBABE);

    /// <summary>Returns the bytes of a class file; methods get no Code attribute.</summary>
    /// <param name="type">The class. Methods with code are refused: a stack map cannot be written from the model.</param>
    public static byte[] Write(JavaClass type)
    {
        var pool = new ConstantPoolBuilder();
        var body = new BigEndianBuffer();
        WriteHeader(type, pool, body);
        body.U2(type.Fields.Count);
        foreach (var field in type.Fields)
            WriteField(field, pool, body);

        body.U2(type.Methods.Count);
        foreach (var method in type.Methods)
            WriteMethod(method, pool, body);

        ClassAttributes(type, pool).WriteTo(body);
        var output = new BigEndianBuffer();
        output.S4(Magic);
        output.U2(0);
        output.U2(type.MajorVersion);
        pool.WriteTo(output);
        output.Raw(body.Written);
        return output.Written.ToArray();
    }

    private static void WriteHeader(JavaClass type, ConstantPoolBuilder pool, BigEndianBuffer body)
    {
        body.U2(type.Access);
        body.U2(pool.Class(type.Name));
        body.U2(type.SuperName is null ? 0 : pool.Class(type.SuperName));
        body.U2(type.Interfaces.Count);
        foreach (var name in type.Interfaces)
            body.U2(pool.Class(name));
    }

    private static void WriteField(JavaField field, ConstantPoolBuilder pool, BigEndianBuffer body)
    {
        body.U2(field.Access);
        body.U2(pool.Utf8(field.Name));
        body.U2(pool.Utf8(field.Descriptor));
        var attributes = new AttributeTableBuilder(pool);
        if (field.ConstantValue is { } value)
            attributes.Add("ConstantValue", data => data.U2(pool.Constant(value)));

        attributes.AddDeclaration(field.Signature, field.IsDeprecated, field.Annotations);
        attributes.WriteTo(body);
    }

    private static void WriteMethod(JavaMethod method, ConstantPoolBuilder pool, BigEndianBuffer body)
    {
        if (method.Code is not null)
            throw new ArgumentException($"{method.Name}{method.Descriptor} has code; this writer writes declarations only", nameof(method));

        body.U2(method.Access);
        body.U2(pool.Utf8(method.Name));
        body.U2(pool.Utf8(method.Descriptor));
        var attributes = new AttributeTableBuilder(pool);
        attributes.AddClassList("Exceptions", method.Exceptions);
        attributes.AddDeclaration(method.Signature, method.IsDeprecated, method.Annotations);
        if (method.AnnotationDefault is { } value)
            attributes.Add("AnnotationDefault", data => attributes.WriteElementValue(value, data));

        attributes.WriteTo(body);
    }

    private static AttributeTableBuilder ClassAttributes(JavaClass type, ConstantPoolBuilder pool)
    {
        var attributes = new AttributeTableBuilder(pool);
        if (type.SourceFile is { } source)
            attributes.Add("SourceFile", data => data.U2(pool.Utf8(source)));

        attributes.AddDeclaration(type.Signature, type.IsDeprecated, type.Annotations);
        if (type.InnerClasses.Count > 0)
            attributes.Add("InnerClasses", data => WriteInnerClasses(type.InnerClasses, pool, data));

        if (type.EnclosingMethod is not null || type.NestHost is not null || type.RecordComponents is not null)
            throw new ArgumentException($"{type.Name} has attributes that a declaration on a class path does not need", nameof(type));

        return attributes;
    }

    private static void WriteInnerClasses(List<InnerClassEntry> entries, ConstantPoolBuilder pool, BigEndianBuffer data)
    {
        data.U2(entries.Count);
        foreach (var entry in entries)
        {
            data.U2(pool.Class(entry.Inner));
            data.U2(entry.Outer is null ? 0 : pool.Class(entry.Outer));
            data.U2(entry.SimpleName is null ? 0 : pool.Utf8(entry.SimpleName));
            data.U2(entry.Access);
        }
    }
}
