namespace Slipway.Formats.Dex.Generation;

/// <summary>Makes annotations of the package dalvik.annotation (dex-format, "System annotations").</summary>
internal static class SystemAnnotations
{
    public static DexAnnotation Make(string name, params IReadOnlyList<KeyValuePair<string, DexValue>> elements) =>
        new(DexVisibility.System, $"Ldalvik/annotation/{name};", elements);

    public static DexAnnotation Of(string name, DexValue value) => Make(name, KeyValuePair.Create("value", value));

    /// <summary>
    /// Makes the annotation for a generic signature. It is a list of strings, divided before and after each class name, so that the
    /// file can share the names of classes.
    /// </summary>
    public static DexAnnotation Signature(string signature)
    {
        var pieces = new List<DexValue>();
        for (var start = 0; start < signature.Length;)
        {
            var end = start + 1;
            if (signature[start] == 'L')
            {
                end = ClassNameEnd(signature, end);
            }
            else
            {
                while (end < signature.Length && signature[end] != 'L')
                    end++;
            }
            pieces.Add(new DexValue.Text(signature[start..end]));
            start = end;
        }
        return Of("Signature", new DexValue.Array(pieces));
    }

    public static DexValue.Array Types(IEnumerable<string> internalNames) =>
        new([.. internalNames.Select(n => new DexValue.TypeLiteral(TypeNames.Descriptor(n)))]);

    private static int ClassNameEnd(string signature, int at)
    {
        while (at < signature.Length && signature[at] is not (';' or '<'))
            at++;
        return at < signature.Length && signature[at] == ';' ? at + 1 : at;
    }
}
