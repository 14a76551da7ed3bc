using System.Globalization;
using Slipway.Formats.ClassFile;

namespace Slipway.Build.Shell.Signatures;

/// <summary>
/// Reads modifiers and annotations. It keeps only the annotations that affect a compiler: Deprecated, Retention,
/// Target. <c>@since 33</c> is our own mark of an API level.
/// </summary>
internal sealed class SignatureModifierReader(SignatureCursor cursor)
{
    private const string Retention = "java.lang.annotation.Retention";
    private const string Target = "java.lang.annotation.Target";

    private static readonly Dictionary<string, int> Flags = new()
    {
        ["public"] = StubAccessFlags.Public,
        ["protected"] = StubAccessFlags.Protected,
        ["static"] = StubAccessFlags.Static,
        ["final"] = StubAccessFlags.Final,
        ["abstract"] = StubAccessFlags.Abstract,
        ["synchronized"] = StubAccessFlags.Synchronized,
        ["volatile"] = StubAccessFlags.Volatile,
        ["transient"] = StubAccessFlags.Transient,
        ["native"] = StubAccessFlags.Native,
        ["strictfp"] = StubAccessFlags.Strict,
    };

    public SignatureModifiers Read()
    {
        var access = 0;
        var isDefault = false;
        var isDeprecated = false;
        var since = 1;
        var annotations = new List<AnnotationUsage>();
        while (true)
        {
            if (cursor.Current.Is("@"))
            {
                cursor.Take();
                if (cursor.Current.Is("interface"))
                    return new(access | StubAccessFlags.Annotation, isDefault, isDeprecated, since, annotations);

                ReadAnnotation(annotations, ref isDeprecated, ref since);
            }
            else if (cursor.TryTake("default"))
            {
                isDefault = true;
            }
            else if (cursor.Current.Kind == SignatureTokenKind.Word && Flags.TryGetValue(cursor.Current.Value, out var flag))
            {
                access |= flag;
                cursor.Take();
            }
            else
            {
                return new(access, isDefault, isDeprecated, since, annotations);
            }
        }
    }

    private void ReadAnnotation(List<AnnotationUsage> annotations, ref bool isDeprecated, ref int since)
    {
        var name = cursor.TakeWord();
        switch (name)
        {
            case "since":
                since = ReadLevel();
                return;
            case Retention or Target when cursor.TryTake("("):
                annotations.Add(ReadMeta(name));
                return;
            case "Deprecated" or "java.lang.Deprecated":
                isDeprecated = true;
                break;
        }

        SkipArguments();
    }

    private int ReadLevel() =>
        int.TryParse(cursor.Current.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && cursor.Take().Kind == SignatureTokenKind.Number
            ? level
            : throw cursor.Fault("@since needs an API level");

    private AnnotationUsage ReadMeta(string name)
    {
        var values = new List<ElementValue>();
        var inBraces = cursor.TryTake("{");
        do
        {
            values.Add(ReadEnumConstant());
        }
        while (cursor.TryTake(","));
        if (inBraces)
            cursor.Expect("}");

        cursor.Expect(")");
        return new($"L{name.Replace('.', '/')};", true, [new("value", name == Target ? new ElementValue.Array(values) : values[0])]);
    }

    private ElementValue.EnumConstant ReadEnumConstant()
    {
        var constant = cursor.TakeWord();
        var dot = constant.LastIndexOf('.');
        return dot > 0
            ? new($"L{SignatureTypeReader.InternalName(constant[..dot])};", constant[(dot + 1)..])
            : throw cursor.Fault("an enum constant needs its type");
    }

    private void SkipArguments()
    {
        if (!cursor.TryTake("("))
            return;

        for (var depth = 1; depth > 0;)
        {
            if (cursor.AtEnd)
                throw cursor.Fault("an annotation has no end");

            var token = cursor.Take();
            depth += token.Is("(") ? 1 : token.Is(")") ? -1 : 0;
        }
    }
}

/// <summary>The modifiers and annotations before the name of a declaration.</summary>
internal sealed record SignatureModifiers(int Access, bool IsDefault, bool IsDeprecated, int Since, IReadOnlyList<AnnotationUsage> Annotations);
