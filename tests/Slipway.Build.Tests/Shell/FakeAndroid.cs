using System.Globalization;
using System.Text;
using Slipway.Build.Shell;
using Slipway.Build.Shell.Signatures;

namespace Slipway.Build.Tests.Shell;

/// <summary>
/// Java sources of stand-ins for the platform's classes, made from our list of signatures: each call goes to
/// <c>dev.slipway.fake.Fake</c>, which records it, answers it, and refuses what the pretended API level does not have.
/// </summary>
internal static class FakeAndroid
{
    public static IReadOnlyList<ShellSource> Sources(ApiSurface api)
    {
        var nested = api.Types.ToLookup(t => t.Outer);
        var known = api.Types.Select(t => t.Name).ToHashSet();
        foreach (var type in api.Types)
            type.Members.RemoveAll(m => m.Parameters.Append(m.Type).Any(t => IsUnknown(t, known)));

        return [.. api.Types.Where(t => t.Outer is null && !t.Name.StartsWith("java/", StringComparison.Ordinal))
            .Select(t => new ShellSource($"src/{t.Name}.java", Encoding.UTF8.GetBytes(File(t, nested))))];
    }

    private static bool IsUnknown(TypeUse type, HashSet<string> known)
    {
        var element = type.Descriptor.TrimStart('[');
        return element.StartsWith("Landroid/", StringComparison.Ordinal) && !known.Contains(element[1..^1]);
    }

    private static string File(ApiType type, ILookup<string?, ApiType> nested) =>
        $"package {type.Name[..type.Name.LastIndexOf('/')].Replace('/', '.')};\nimport dev.slipway.fake.Fake;\n@SuppressWarnings(\"all\")\n{Type(type, nested)}";

    private static string Type(ApiType type, ILookup<string?, ApiType> nested)
    {
        var body = string.Concat(nested[type.Name].Select(n => "static " + Type(n, nested)));
        return type.Kind switch
        {
            ApiTypeKind.Annotation => $"@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface {type.SimpleName} {{ {string.Concat(type.Members.Select(Element))} }}\n",
            ApiTypeKind.Enum => $"public enum {type.SimpleName} {{ {string.Join(", ", type.Members.Where(m => m.Kind == ApiMemberKind.EnumConstant).Select(m => m.Name))}; {body} }}\n",
            ApiTypeKind.Interface => $"public interface {type.SimpleName}{Variables(type)}{Parents(" extends ", type)} {{\n{Members(type)}{body}}}\n",
            _ => $"public class {type.SimpleName}{Variables(type)}{(type.Super is null ? "" : " extends " + Java(type.Super))}{Parents(" implements ", type)} {{\n{Members(type)}{body}}}\n",
        };
    }

    private static string Variables(ApiType type) => type.TypeParameters.Count == 0 ? "" : $"<{string.Join(", ", type.TypeParameters.Select(p => p.Name))}>";

    private static string Element(ApiMember member) => $"{Java(member.Type)} {member.Name}(); ";

    /// <summary>Interfaces of java.* would ask for methods; nothing here needs them.</summary>
    private static string Parents(string keyword, ApiType type)
    {
        var parents = type.Interfaces.Select(Java).Where(name => !name.StartsWith("java.", StringComparison.Ordinal)).ToArray();
        return parents.Length == 0 ? "" : keyword + string.Join(", ", parents);
    }

    private static string Members(ApiType type)
    {
        var text = string.Concat(type.Members.Select(m => Member(type, m)));
        var hasPlain = type.Members.Exists(m => m.Kind == ApiMemberKind.Constructor && m.Parameters.Count == 0);
        return type.Kind == ApiTypeKind.Class && !hasPlain ? $"  public {type.SimpleName}() {{ }}\n{text}" : text;
    }

    private static string Member(ApiType type, ApiMember member)
    {
        var parameters = string.Join(", ", member.Parameters.Select((p, i) => $"{Java(p)} p{i}"));
        var level = Math.Max(type.Since, member.Since).ToString(CultureInfo.InvariantCulture);
        var isStatic = (member.Access & StubAccessFlags.Static) != 0;
        var arguments = $"{level}, {(isStatic ? "null" : "this")}, \"{type.SimpleName}.{member.Name}\", {Java(member.Type)}.class{string.Concat(member.Parameters.Select((_, i) => $", (Object) p{i}"))}";
        return member.Kind switch
        {
            ApiMemberKind.Constructor => $"  public {type.SimpleName}({parameters}) {{ Fake.call({arguments}); }}\n",
            ApiMemberKind.Field => $"  public {(isStatic ? "static " : "")}{(member.Constant is null ? "" : "final ")}{Java(member.Type)} {member.Name}{Value(type, member)};\n",
            _ => $"  public {(isStatic ? "static " : type.Kind == ApiTypeKind.Interface ? "default " : "")}{Java(member.Type)} {member.Name}({parameters}) {{ {Return(member.Type)}Fake.call({arguments}); }}\n",
        };
    }

    private static string Return(TypeUse type) => type.Descriptor == "V" ? "" : $"return ({Java(type)}) ";

    private static string Value(ApiType type, ApiMember member) => member.Constant switch
    {
        string text => $" = \"{text}\"",
        long number => $" = {number.ToString(CultureInfo.InvariantCulture)}L",
        int number when member.Type.Descriptor == "Z" => number == 1 ? " = true" : " = false",
        int number => $" = ({Java(member.Type)}) {number.ToString(CultureInfo.InvariantCulture)}",
        _ => member.Type.Descriptor == $"L{type.Name};" ? $" = new {type.SimpleName}()" : "",
    };

    private static string Java(TypeUse type)
    {
        var element = type.Descriptor.TrimStart('[');
        var name = element[0] == 'L' ? element[1..^1].Replace('/', '.').Replace('$', '.') : Primitive(element[0]);
        return name + string.Concat(Enumerable.Repeat("[]", type.Descriptor.Length - element.Length));
    }

    private static string Primitive(char code) => code switch
    {
        'Z' => "boolean",
        'B' => "byte",
        'C' => "char",
        'S' => "short",
        'I' => "int",
        'J' => "long",
        'F' => "float",
        'D' => "double",
        _ => "void",
    };
}
