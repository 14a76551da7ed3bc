namespace Slipway.Formats.Dex.Writing;

/// <summary>Writes the members of a class (dex-format, class_data_item) and the initial values of its static fields.</summary>
internal sealed class DexClassData(DexIndices indices, DexValueEncoder values, DexCodeSection codes)
{
    private const int StaticFlag = 0x0008;
    private const int DirectFlags = 0x10000 | StaticFlag | 0x0002;

    /// <summary>Writes nothing when the class has no member.</summary>
    public void Write(DexClass source, DexBuffer target)
    {
        if (source.Fields.Count == 0 && source.Methods.Count == 0)
            return;
        var statics = Sort(source.Fields.Where(IsStatic), f => indices.Field(f.Reference), source);
        var instances = Sort(source.Fields.Where(f => !IsStatic(f)), f => indices.Field(f.Reference), source);
        var direct = Sort(source.Methods.Where(IsDirect), m => indices.Method(m.Reference), source);
        var virtuals = Sort(source.Methods.Where(m => !IsDirect(m)), m => indices.Method(m.Reference), source);
        target.Uleb(statics.Count);
        target.Uleb(instances.Count);
        target.Uleb(direct.Count);
        target.Uleb(virtuals.Count);
        WriteFields(statics, target);
        WriteFields(instances, target);
        WriteMethods(direct, target);
        WriteMethods(virtuals, target);
    }

    /// <summary>Writes the initial values of the static fields in their order; omits zeros at the end, and the array when all are zero.</summary>
    public void WriteStaticValues(DexClass source, DexBuffer target)
    {
        var initial = Sort(source.Fields.Where(IsStatic), f => indices.Field(f.Reference), source)
            .ConvertAll(f => f.StaticValue ?? Zero(f.Reference.Type));
        while (initial.Count > 0 && IsZero(initial[^1]))
            initial.RemoveAt(initial.Count - 1);
        if (initial.Count > 0)
            values.Array(target, initial);
    }

    private static bool IsStatic(DexField field) => (field.Access & StaticFlag) != 0;

    private static bool IsDirect(DexMethod method) => (method.Access & DirectFlags) != 0;

    private static DexValue Zero(string type) => type[0] is 'L' or '[' ? new DexValue.Null() : new DexValue.Primitive(type[0], 0);

    private static bool IsZero(DexValue value) => value is DexValue.Null or DexValue.Primitive { Bits: 0 };

    private static List<T> Sort<T>(IEnumerable<T> members, Func<T, int> index, DexClass source)
    {
        var sorted = members.OrderBy(index).ToList();
        for (var i = 1; i < sorted.Count; i++)
        {
            if (index(sorted[i]) == index(sorted[i - 1]))
                throw new MalformedInputException("DEX", "a member is defined twice", entry: source.Type);
        }

        return sorted;
    }

    private void WriteFields(List<DexField> fields, DexBuffer target)
    {
        var last = 0;
        foreach (var field in fields)
        {
            var index = indices.Field(field.Reference);
            target.Uleb(index - last);
            target.Uleb(field.Access);
            last = index;
        }
    }

    private void WriteMethods(List<DexMethod> methods, DexBuffer target)
    {
        var last = 0;
        foreach (var method in methods)
        {
            var index = indices.Method(method.Reference);
            target.Uleb(index - last);
            target.Uleb(method.Access);
            target.Uleb(codes.Offset(method));
            last = index;
        }
    }
}
