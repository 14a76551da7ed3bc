using System.Globalization;

namespace Slipway.Formats.Dex.Listing;

/// <summary>Formats an encoded value.</summary>
internal static class DexValueText
{
    /// <summary>Limit on the nesting, which is not reached, because the reader refuses deeper values.</summary>
    private const int Deepest = 100;

    public static string Of(DexValue value, int depth = 0) => value switch
    {
        _ when depth > Deepest => "...",
        DexValue.Primitive primitive => primitive.Kind + ":" + primitive.Bits.ToString(CultureInfo.InvariantCulture),
        DexValue.Text text => InstructionText.Quote(text.Value),
        DexValue.TypeLiteral type => type.Descriptor,
        DexValue.Field field => InstructionText.Reference(field.Reference, false),
        DexValue.Method method => InstructionText.Reference(method.Reference, false),
        DexValue.EnumConstant constant => "enum " + InstructionText.Reference(constant.Reference, false),
        DexValue.MethodType type => type.Descriptor,
        DexValue.MethodHandle handle => InstructionText.Reference(handle.Handle, false),
        DexValue.Array array => "{" + string.Join(", ", array.Values.Select(item => Of(item, depth + 1))) + "}",
        DexValue.Annotation annotation => "@" + annotation.AnnotationType + "(" + string.Join(", ", annotation.Elements.Select(pair => pair.Key + " = " + Of(pair.Value, depth + 1))) + ")",
        _ => "null",
    };
}
