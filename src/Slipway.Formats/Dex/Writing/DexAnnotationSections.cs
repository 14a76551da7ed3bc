namespace Slipway.Formats.Dex.Writing;

/// <summary>
/// Writes annotations: items, sets of them, lists of sets for parameters, and a directory for each class (dex-format,
/// annotations_directory_item). The sections follow one another in the file, so each kind is written for all classes before the next.
/// </summary>
internal sealed class DexAnnotationSections(DexIndices indices, DexValueEncoder values)
{
    private readonly Dictionary<List<DexAnnotation>, int> _sets = [];
    private readonly Dictionary<DexAnnotation, int> _items = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<DexMethod, int> _lists = [];
    private readonly Dictionary<DexClass, int> _directories = [];

    public void WriteItems(IEnumerable<DexClass> classes, DexSection section)
    {
        var buffer = new DexBuffer();
        foreach (var annotation in classes.SelectMany(SetsOf).SelectMany(s => s))
        {
            buffer.Clear();
            buffer.U1((int)annotation.Visibility);
            values.Annotation(buffer, annotation.Type, annotation.Elements);
            _items[annotation] = section.Add(buffer);
        }
    }

    /// <summary>Writes the sets, whose entries ascend by type.</summary>
    public void WriteSets(IEnumerable<DexClass> classes, DexSection section)
    {
        var buffer = new DexBuffer();
        foreach (var set in classes.SelectMany(SetsOf))
        {
            if (set.Count == 0)
                continue;
            buffer.Clear();
            buffer.S4(set.Count);
            foreach (var annotation in set.OrderBy(a => indices.Type(a.Type)))
                buffer.S4(_items[annotation]);
            _sets[set] = section.Add(buffer);
        }
    }

    public void WriteLists(IEnumerable<DexClass> classes, DexSection section)
    {
        var buffer = new DexBuffer();
        foreach (var method in classes.SelectMany(c => c.Methods).Where(HasParameterAnnotations))
        {
            buffer.Clear();
            buffer.S4(method.ParameterAnnotations.Count);
            foreach (var set in method.ParameterAnnotations)
                buffer.S4(SetOffset(set));
            _lists[method] = section.Add(buffer);
        }
    }

    public void WriteDirectories(IEnumerable<DexClass> classes, DexSection section)
    {
        var buffer = new DexBuffer();
        foreach (var item in classes)
        {
            buffer.Clear();
            WriteDirectory(item, buffer);
            if (buffer.Length > 0)
                _directories[item] = section.Add(buffer);
        }
    }

    /// <summary>Returns the offset of a class's directory in the file; 0 when it has no annotation.</summary>
    public int DirectoryOffset(DexClass source) => _directories.GetValueOrDefault(source);

    private static IEnumerable<List<DexAnnotation>> SetsOf(DexClass source) =>
        source.Fields.Select(f => f.Annotations)
            .Concat(source.Methods.SelectMany(m => m.ParameterAnnotations.Prepend(m.Annotations)))
            .Prepend(source.Annotations);

    private static bool HasParameterAnnotations(DexMethod method) => method.ParameterAnnotations.Exists(s => s.Count > 0);

    private int SetOffset(List<DexAnnotation> set) => set.Count == 0 ? 0 : _sets[set];

    private void WriteDirectory(DexClass source, DexBuffer target)
    {
        var fields = source.Fields.Where(f => f.Annotations.Count > 0).OrderBy(f => indices.Field(f.Reference)).ToList();
        var methods = source.Methods.Where(m => m.Annotations.Count > 0).OrderBy(m => indices.Method(m.Reference)).ToList();
        var lists = source.Methods.Where(HasParameterAnnotations).OrderBy(m => indices.Method(m.Reference)).ToList();
        if (source.Annotations.Count + fields.Count + methods.Count + lists.Count == 0)
            return;
        target.S4(SetOffset(source.Annotations));
        target.S4(fields.Count);
        target.S4(methods.Count);
        target.S4(lists.Count);
        foreach (var field in fields)
            WritePair(indices.Field(field.Reference), SetOffset(field.Annotations), target);
        foreach (var method in methods)
            WritePair(indices.Method(method.Reference), SetOffset(method.Annotations), target);
        foreach (var method in lists)
            WritePair(indices.Method(method.Reference), _lists[method], target);
    }

    private static void WritePair(int index, int offset, DexBuffer target)
    {
        target.S4(index);
        target.S4(offset);
    }
}
