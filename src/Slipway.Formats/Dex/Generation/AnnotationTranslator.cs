using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>Translates the annotations from the source.</summary>
internal static class AnnotationTranslator
{
    private const int MaxDepth = 64;

    public static void AddAll(List<DexAnnotation> target, IReadOnlyList<AnnotationUsage> annotations, string where)
    {
        foreach (var annotation in annotations)
        {
            var visibility = annotation.IsRuntimeVisible ? DexVisibility.Runtime : DexVisibility.Build;
            target.Add(new DexAnnotation(visibility, annotation.Type, Elements(annotation, where, MaxDepth)));
        }
    }

    public static DexValue Value(ElementValue value, string where) => Value(value, where, MaxDepth);

    private static DexValue Value(ElementValue value, string where, int depth)
    {
        if (depth == 0)
            throw new MalformedInputException("class file", "annotations are nested too deeply", entry: where);
        return value switch
        {
            ElementValue.Constant constant => Constant(constant, where),
            ElementValue.EnumConstant constant => new DexValue.EnumConstant(new DexFieldReference(constant.Type, constant.Name, constant.Type)),
            ElementValue.ClassLiteral literal => new DexValue.TypeLiteral(literal.Descriptor),
            ElementValue.Nested nested => new DexValue.Annotation(nested.Annotation.Type, Elements(nested.Annotation, where, depth - 1)),
            ElementValue.Array array => new DexValue.Array([.. array.Values.Select(v => Value(v, where, depth - 1))]),
            _ => throw new MalformedInputException("class file", "an annotation has a value of unknown kind", entry: where),
        };
    }

    private static List<KeyValuePair<string, DexValue>> Elements(AnnotationUsage annotation, string where, int depth) =>
        [.. annotation.Elements.Select(e => KeyValuePair.Create(e.Key, Value(e.Value, where, depth)))];

    private static DexValue Constant(ElementValue.Constant constant, string where) => (constant.Tag, constant.Value) switch
    {
        ('s', string text) => new DexValue.Text(text),
        ('Z', int value) => new DexValue.Primitive('Z', value & 1),
        ('B', int value) => new DexValue.Primitive('B', (sbyte)value),
        ('C', int value) => new DexValue.Primitive('C', (char)value),
        ('S', int value) => new DexValue.Primitive('S', (short)value),
        ('I', int value) => new DexValue.Primitive('I', value),
        ('J', long value) => new DexValue.Primitive('J', value),
        ('F', float value) => new DexValue.Primitive('F', BitConverter.SingleToUInt32Bits(value)),
        ('D', double value) => new DexValue.Primitive('D', BitConverter.DoubleToInt64Bits(value)),
        _ => throw new MalformedInputException("class file", $"an annotation has a constant that does not match its tag '{constant.Tag}'", entry: where),
    };
}
