namespace Slipway.Formats.ClassFile;

/// <summary>The attributes of one class, field or method under construction (JVMS 4.7).</summary>
internal sealed class AttributeTableBuilder(ConstantPoolBuilder pool)
{
    private readonly BigEndianBuffer _attributes = new();
    private int _count;

    public void Add(string name, Action<BigEndianBuffer> write)
    {
        var data = new BigEndianBuffer();
        write(data);
        _attributes.U2(pool.Utf8(name));
        _attributes.S4(data.Length);
        _attributes.Raw(data.Written);
        _count++;
    }

    /// <summary>The attributes that classes, fields and methods have in common.</summary>
    public void AddDeclaration(string? signature, bool isDeprecated, List<AnnotationUsage> annotations)
    {
        if (signature is not null)
            Add("Signature", data => data.U2(pool.Utf8(signature)));

        if (isDeprecated)
            Add("Deprecated", static _ => { });

        AddAnnotations("RuntimeVisibleAnnotations", annotations.FindAll(static a => a.IsRuntimeVisible));
        AddAnnotations("RuntimeInvisibleAnnotations", annotations.FindAll(static a => !a.IsRuntimeVisible));
    }

    public void AddClassList(string name, List<string> classes)
    {
        if (classes.Count == 0)
            return;

        Add(name, data =>
        {
            data.U2(classes.Count);
            classes.ForEach(item => data.U2(pool.Class(item)));
        });
    }

    public void WriteTo(BigEndianBuffer output)
    {
        output.U2(_count);
        output.Raw(_attributes.Written);
    }

    public void WriteElementValue(ElementValue value, BigEndianBuffer data)
    {
        switch (value)
        {
            case ElementValue.Constant constant:
                data.U1(constant.Tag);
                data.U2(constant.Tag == 's' ? pool.Utf8((string)constant.Value) : pool.Constant(constant.Value));
                break;
            case ElementValue.EnumConstant constant:
                data.U1('e');
                data.U2(pool.Utf8(constant.Type));
                data.U2(pool.Utf8(constant.Name));
                break;
            case ElementValue.ClassLiteral literal:
                data.U1('c');
                data.U2(pool.Utf8(literal.Descriptor));
                break;
            case ElementValue.Nested nested:
                data.U1('@');
                WriteAnnotation(nested.Annotation, data);
                break;
            case ElementValue.Array array:
                data.U1('[');
                data.U2(array.Values.Count);
                foreach (var item in array.Values)
                    WriteElementValue(item, data);

                break;
        }
    }

    private void AddAnnotations(string name, List<AnnotationUsage> annotations)
    {
        if (annotations.Count == 0)
            return;

        Add(name, data =>
        {
            data.U2(annotations.Count);
            annotations.ForEach(item => WriteAnnotation(item, data));
        });
    }

    private void WriteAnnotation(AnnotationUsage annotation, BigEndianBuffer data)
    {
        data.U2(pool.Utf8(annotation.Type));
        data.U2(annotation.Elements.Count);
        foreach (var (name, value) in annotation.Elements)
        {
            data.U2(pool.Utf8(name));
            WriteElementValue(value, data);
        }
    }
}
