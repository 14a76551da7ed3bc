using System.Globalization;
using Slipway.Formats.ClassFile;

namespace Slipway.Build.Shell.Signatures;

/// <summary>Reads constants of fields and defaults of annotation elements.</summary>
internal sealed class SignatureConstantReader(SignatureCursor cursor)
{
    public object Read(TypeUse type)
    {
        if (cursor.TryTake("("))
            return ReadQuotient(type);

        var token = cursor.Take();
        return Convert(token, type) ?? throw cursor.Fault($"'{token.Value}' is not a constant of type {type.Descriptor}");
    }

    /// <summary>The default of an annotation's element, up to the semicolon.</summary>
    public ElementValue ReadDefault(TypeUse type)
    {
        if (cursor.TryTake("{"))
            return ReadArray(type);

        if (type is TypeUse.Class { Name: not "java/lang/String" })
        {
            var name = cursor.TakeWord();
            return name.EndsWith(".class", StringComparison.Ordinal)
                ? new ElementValue.ClassLiteral($"L{SignatureTypeReader.InternalName(name[..^".class".Length])};")
                : new ElementValue.EnumConstant(type.Descriptor, name[(name.LastIndexOf('.') + 1)..]);
        }

        return new ElementValue.Constant(type is TypeUse.Primitive { Code: var code } ? code : 's', Read(type));
    }

    private ElementValue.Array ReadArray(TypeUse type)
    {
        var element = type is TypeUse.Array { Element: var inner } ? inner : throw cursor.Fault("a list is the default of an array only");
        var values = new List<ElementValue>();
        if (element is TypeUse.Array)
            throw cursor.Fault("an element of an annotation has one dimension at most");

        while (!cursor.TryTake("}"))
        {
            values.Add(ReadDefault(element));
            cursor.TryTake(",");
        }

        return new(values);
    }

    private static object? Convert(SignatureToken token, TypeUse type)
    {
        var text = token.Value;
        return type switch
        {
            TypeUse.Primitive { Code: 'Z' } => token.Is("true") ? 1 : token.Is("false") ? 0 : null,
            TypeUse.Primitive { Code: 'C' } when token.Kind == SignatureTokenKind.Text => text.Length == 1 ? (int)text[0] : null,
            TypeUse.Primitive { Code: 'B' or 'C' or 'S' or 'I' } => int.TryParse(text, out var number) ? number : null,
            TypeUse.Primitive { Code: 'J' } => long.TryParse(text.TrimEnd('L'), out var number) ? number : null,
            TypeUse.Primitive { Code: 'F' } => float.TryParse(text.TrimEnd('f'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
            TypeUse.Primitive { Code: 'D' } => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
            TypeUse.Class { Name: "java/lang/String" } when token.Kind == SignatureTokenKind.Text => text,
            _ => null,
        };
    }

    /// <summary>
    /// Not-a-number and the infinities are written as quotients: <c>(-1.0/0.0)</c>. Java's NaN has one pattern (JLS 4.2.3),
    /// which division on this machine need not produce.
    /// </summary>
    private object ReadQuotient(TypeUse type)
    {
        var dividend = Read(type);
        cursor.Expect("/");
        var divisor = Read(type);
        cursor.Expect(")");
        return (dividend, divisor) switch
        {
            (0f, 0f) => (object)BitConverter.Int32BitsToSingle(0x7FC00000),
            (0d, 0d) => BitConverter.Int64BitsToDouble(0x7FF8000000000000),
            (float a, float b) => a / b,
            (double a, double b) => a / b,
            _ => throw cursor.Fault("a quotient is a float or a double"),
        };
    }
}
