using System.Globalization;
using System.Text;
using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>
/// Replaces string concatenation call sites of one host with calls of static methods that append to a StringBuilder, one for each
/// distinct shape (Java SE 17 API, java.lang.invoke.StringConcatFactory).
/// </summary>
internal sealed class ConcatCalls(HostClass host)
{
    private const char ArgumentTag = '\u0001';
    private const char ConstantTag = '\u0002';
    private const string Builder = "java/lang/StringBuilder";
    private readonly Dictionary<CallSiteKey, MemberReference> _made = [];

    public static bool IsConcat(InvokeDynamicReference site) =>
        site.Bootstrap.Member is { Owner: "java/lang/invoke/StringConcatFactory", Name: "makeConcatWithConstants" or "makeConcat" };

    /// <summary>Returns the instruction that replaces a call site; null when its recipe does not match its types.</summary>
    public JvmInstruction? Replace(InvokeDynamicReference site)
    {
        var shape = JvmMethodType.Parse(site.Descriptor);
        if (PartsOf(site, shape) is not { } parts)
            return null;
        var key = new CallSiteKey([site.Descriptor, .. parts]);
        if (!_made.TryGetValue(key, out var helper))
        {
            var name = $"$$concat${_made.Count.ToString(CultureInfo.InvariantCulture)}";
            helper = host.AddPrivateHelper(name, site.Descriptor, CodeFor(parts, shape));
            _made.Add(key, helper);
        }

        return new(JvmOpcode.Invokestatic, Symbol: helper);
    }

    /// <summary>Returns the recipe as a list: constants as they are, null for each argument.</summary>
    private static List<object?>? PartsOf(InvokeDynamicReference site, JvmMethodType shape)
    {
        if (!HoldsText(shape.Result) || shape.Parameters.Count > 200)
            return null;
        if (site.Bootstrap.Member.Name == "makeConcat")
            return [.. Enumerable.Repeat<object?>(null, shape.Parameters.Count)];
        if (site.Arguments.ToArray() is not [string recipe, .. var constants])
            return null;
        var parts = new List<object?>();
        var text = new StringBuilder();
        var nextConstant = 0;
        foreach (var c in recipe)
        {
            if (c is not (ArgumentTag or ConstantTag))
            {
                text.Append(c);
                continue;
            }

            if (c == ConstantTag && nextConstant >= constants.Length)
                return null;
            var part = c == ConstantTag ? constants[nextConstant++] : null;
            if (part is string constant)
            {
                text.Append(constant);
                continue;
            }

            if (part is not (null or int or long or float or double or ClassConstant))
                return null;
            Flush(text, parts);
            parts.Add(part);
        }

        Flush(text, parts);
        return parts.Count(p => p is null) == shape.Parameters.Count && nextConstant == constants.Length ? parts : null;
    }

    /// <summary>Whether a result can have the type, which is that of the assigned variable: Object for <c>object += "text"</c>.</summary>
    private static bool HoldsText(string type) => type is JvmType.Text or JvmType.Object or "Ljava/lang/CharSequence;"
        or "Ljava/lang/Comparable;" or "Ljava/io/Serializable;" or "Ljava/lang/constant/Constable;" or "Ljava/lang/constant/ConstantDesc;";

    private static void Flush(StringBuilder text, List<object?> parts)
    {
        if (text.Length > 0)
            parts.Add(text.ToString());
        text.Clear();
    }

    private static MethodCode CodeFor(List<object?> parts, JvmMethodType shape)
    {
        var code = new CodeBuilder(shape.ParameterSlots)
            .New(Builder).Op(JvmOpcode.Dup).InvokeSpecial(Builder, "<init>", "()V");
        var slot = 0;
        var parameter = 0;
        foreach (var part in parts)
        {
            if (part is not null)
            {
                Append(code.Constant(part), part switch { string => JvmType.Text, int => "I", long => "J", float => "F", double => "D", _ => JvmType.Object });
                continue;
            }

            var type = shape.Parameters[parameter++];
            Append(code.Load(type, slot), type);
            slot += JvmType.Slots(type);
        }

        return code.InvokeVirtual(Builder, "toString", "()Ljava/lang/String;").Return(JvmType.Text).Build();
    }

    /// <summary>Appends the value on the stack to the builder below it, as the language's string conversion does.</summary>
    public static void Append(CodeBuilder code, string type)
    {
        var parameter = type switch
        {
            "B" or "S" => "I",
            "Z" or "C" or "I" or "J" or "F" or "D" or JvmType.Text => type,
            _ => JvmType.Object,
        };
        code.InvokeVirtual(Builder, "append", $"({parameter})Ljava/lang/StringBuilder;");
    }
}
