namespace Slipway.Formats.Dex.Reading;

/// <summary>Reads annotations_directory_item and the items that it refers to.</summary>
internal sealed class AnnotationsReader(DexInput input, DexTables tables)
{
    private readonly ValueReader _values = new(input, new ValueTables(tables));

    /// <summary>Adds the annotations of a directory to the class and its members.</summary>
    public void Read(int offset, DexClass owner)
    {
        ReadSet(input.Count(offset), owner.Annotations);
        var (fields, methods, parameters) = (input.Count(offset + 4), input.Count(offset + 8), input.Count(offset + 12));
        var entries = (long)fields + methods + parameters;
        input.Slice(offset + 16, (int)Math.Min(entries * 8, int.MaxValue));
        input.Charge(entries * 8, offset);
        var at = offset + 16;
        ReadFields(owner, ref at, fields);
        var methodsByReference = methods + parameters > 0 ? ByReference(owner) : [];
        for (var i = 0; i < methods + parameters; i++, at += 8)
        {
            var reference = tables.Method(input.Count(at), at);
            if (!methodsByReference.TryGetValue(reference, out var method))
                throw input.Malformed("annotations belong to a method that the class does not define", at);

            if (i < methods)
                ReadSet(input.Count(at + 4), method.Annotations);
            else
                ReadParameters(input.Count(at + 4), method);
        }
    }

    private void ReadFields(DexClass owner, ref int at, int count)
    {
        for (var i = 0; i < count; i++, at += 8)
        {
            var reference = tables.Field(input.Count(at), at);
            input.Charge(owner.Fields.Count / 8, at);
            var field = owner.Fields.Find(candidate => ReferenceEquals(candidate.Reference, reference))
                ?? throw input.Malformed("annotations belong to a field that the class does not define", at);
            ReadSet(input.Count(at + 4), field.Annotations);
        }
    }

    private static Dictionary<DexMethodReference, DexMethod> ByReference(DexClass owner)
    {
        var methods = new Dictionary<DexMethodReference, DexMethod>(ReferenceEqualityComparer.Instance);
        owner.Methods.ForEach(method => methods.TryAdd(method.Reference, method));
        return methods;
    }

    private void ReadParameters(int offset, DexMethod method)
    {
        var count = input.Count(offset);
        input.Slice(offset + 4, (int)Math.Min(count * 4L, int.MaxValue));
        input.Charge(count * 4L, offset);
        for (var i = 0; i < count; i++)
        {
            var annotations = new List<DexAnnotation>();
            ReadSet(input.Count(offset + 4 + (i * 4)), annotations);
            method.ParameterAnnotations.Add(annotations);
        }
    }

    private void ReadSet(int offset, List<DexAnnotation> annotations)
    {
        if (offset == 0)
            return;

        var count = input.Count(offset);
        input.Slice(offset + 4, (int)Math.Min(count * 4L, int.MaxValue));
        for (var i = 0; i < count; i++)
            annotations.Add(ReadItem(input.Count(offset + 4 + (i * 4))));
    }

    private DexAnnotation ReadItem(int offset)
    {
        var cursor = new DexCursor(input, offset);
        var visibility = (DexVisibility)cursor.Byte();
        if (visibility > DexVisibility.System)
            throw input.Malformed("an annotation has an unknown visibility", offset);

        var value = _values.ReadAnnotation(ref cursor);
        // Every item creates at least one object, however short it is.
        input.Charge(cursor.Offset - offset + 16, offset);
        return new DexAnnotation(visibility, value.AnnotationType, value.Elements);
    }
}
