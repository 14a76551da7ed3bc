using Slipway.Build.Shell.Signatures;
using Slipway.Formats.ClassFile;

namespace Slipway.Build.Shell;

/// <summary>Makes class files without code from API types, as declarations for javac's class path.</summary>
internal sealed class ApiStubBuilder
{
    private const string Object = "java/lang/Object";
    private const int MemberTypeFlags = StubAccessFlags.Public | StubAccessFlags.Protected | StubAccessFlags.Static | StubAccessFlags.Final | StubAccessFlags.Abstract;

    private readonly Dictionary<string, ApiType> _types = [];
    private readonly ILookup<string?, ApiType> _members;

    public ApiStubBuilder(IReadOnlyList<ApiType> types)
    {
        foreach (var type in types)
            _types[type.Name] = type;

        _members = _types.Values.ToLookup(t => t.Outer);
    }

    public JavaClass Build(ApiType type)
    {
        var stub = new JavaClass
        {
            Name = type.Name,
            Access = ClassAccess(type) & ~(StubAccessFlags.Static | StubAccessFlags.Protected),
            SuperName = SuperName(type),
            Signature = Signature(type),
            IsDeprecated = type.IsDeprecated,
        };
        stub.Interfaces.AddRange(type.Interfaces.Select(Name));
        if (type.Kind == ApiTypeKind.Annotation)
            stub.Interfaces.Add("java/lang/annotation/Annotation");

        stub.Annotations.AddRange(type.Annotations);
        stub.InnerClasses.AddRange(InnerClasses(type));
        stub.Fields.AddRange(type.Members.Where(m => m.Kind is ApiMemberKind.Field or ApiMemberKind.EnumConstant).Select(Field));
        stub.Methods.AddRange(type.Members.Where(m => m.Kind is ApiMemberKind.Constructor or ApiMemberKind.Method).Select(m => Method(type, m)));
        if (type.Kind == ApiTypeKind.Enum)
            AddEnumMethods(stub);

        return stub;
    }

    private static string Name(TypeUse use) => use.Descriptor[1..^1];

    private static int ClassAccess(ApiType type) => (type.Access & MemberTypeFlags) | type.Kind switch
    {
        ApiTypeKind.Class => StubAccessFlags.Super,
        ApiTypeKind.Enum => StubAccessFlags.Super | StubAccessFlags.Enum | StubAccessFlags.Final,
        ApiTypeKind.Interface => StubAccessFlags.Interface | StubAccessFlags.Abstract,
        _ => StubAccessFlags.Interface | StubAccessFlags.Abstract | StubAccessFlags.Annotation,
    } | ((type.Access & StubAccessFlags.Protected) != 0 ? StubAccessFlags.Public : 0); // JVMS 4.1: a protected member class is public in its own file

    private static string SuperName(ApiType type) => type switch
    {
        { Super: { } super } => Name(super),
        { Kind: ApiTypeKind.Enum } => "java/lang/Enum",
        _ => Object,
    };

    private string? Signature(ApiType type)
    {
        if (type.Kind == ApiTypeKind.Enum)
            return $"Ljava/lang/Enum<L{type.Name};>;" + string.Concat(type.Interfaces.Select(i => i.Signature));

        if (type.TypeParameters.Count == 0 && type.Super is not { IsGeneric: true } && !type.Interfaces.Any(i => i.IsGeneric))
            return null;

        return Declarations(type.TypeParameters) + (type.Super?.Signature ?? $"L{Object};") + string.Concat(type.Interfaces.Select(i => i.Signature));
    }

    private string Declarations(IReadOnlyList<TypeParameter> parameters) =>
        parameters.Count == 0 ? "" : $"<{string.Concat(parameters.Select(p => p.Declaration(IsInterface)))}>";

    private bool IsInterface(string name) => _types.TryGetValue(name, out var type) && type.Kind == ApiTypeKind.Interface;

    /// <summary>A class file must list every member class that it names (JVMS 4.7.6).</summary>
    private IEnumerable<InnerClassEntry> InnerClasses(ApiType type)
    {
        var names = new HashSet<string>();
        AddWithOuters(type.Name, names);
        foreach (var member in _members[type.Name])
            names.Add(member.Name);

        foreach (var name in type.Members.SelectMany(Mentioned).Concat(type.Interfaces.Select(Name)).Append(SuperName(type)))
            AddWithOuters(name, names);

        return names.Order(StringComparer.Ordinal).Where(_types.ContainsKey).Select(name => _types[name])
            .Select(t => new InnerClassEntry(t.Name, t.Outer, t.SimpleName, (ClassAccess(t) & ~StubAccessFlags.Super & ~ImpliedPublic(t)) | ImpliedStatic(t)));
    }

    private static int ImpliedPublic(ApiType type) => (type.Access & StubAccessFlags.Protected) != 0 ? StubAccessFlags.Public : 0;

    private static int ImpliedStatic(ApiType type) => type.Kind == ApiTypeKind.Class ? 0 : StubAccessFlags.Static;

    private static IEnumerable<string> Mentioned(ApiMember member) =>
        member.Parameters.Concat(member.Throws).Append(member.Type)
            .Select(t => t.Descriptor.TrimStart('[')).Where(d => d[0] == 'L').Select(d => d[1..^1]);

    private static void AddWithOuters(string name, HashSet<string> names)
    {
        for (var at = name.Length; at > 0 && name[..at].Contains('$'); at = name.LastIndexOf('$', at - 1))
            names.Add(name[..at]);
    }

    /// <summary>The methods of every enum (JLS 8.9.3), which signature texts leave out.</summary>
    private static void AddEnumMethods(JavaClass stub)
    {
        var self = $"L{stub.Name};";
        foreach (var (name, descriptor) in new[] { ("values", $"()[{self}"), ("valueOf", $"(Ljava/lang/String;){self}") })
        {
            if (!stub.Methods.Exists(m => m.Name == name && m.Descriptor == descriptor))
                stub.Methods.Add(new JavaMethod { Access = StubAccessFlags.Public | StubAccessFlags.Static, Name = name, Descriptor = descriptor });
        }
    }

    private static JavaField Field(ApiMember member) => new()
    {
        Name = member.Name,
        Access = member.Access,
        Descriptor = member.Type.Descriptor,
        Signature = member.Type.IsGeneric ? member.Type.Signature : null,
        ConstantValue = member.Constant,
        IsDeprecated = member.IsDeprecated,
    };

    private JavaMethod Method(ApiType type, ApiMember member)
    {
        var parameters = string.Concat(member.Parameters.Select(p => p.Descriptor));
        // The first parameter of an inner class's constructor is the outer instance (JLS 8.8.1, 13.1).
        var outer = member.Kind == ApiMemberKind.Constructor && type.IsInner ? $"L{type.Outer};" : "";
        var method = new JavaMethod
        {
            Name = member.Name,
            Access = MethodAccess(type, member),
            Descriptor = $"({outer}{parameters}){member.Type.Descriptor}",
            Signature = Signature(member),
            IsDeprecated = member.IsDeprecated,
            AnnotationDefault = member.Default,
        };
        method.Exceptions.AddRange(member.Throws.Select(Name));
        return method;
    }

    private static int MethodAccess(ApiType type, ApiMember member)
    {
        var isImplicit = type.Kind is ApiTypeKind.Interface or ApiTypeKind.Annotation && !member.IsDefault && (member.Access & StubAccessFlags.Static) == 0;
        return member.Access | (isImplicit ? StubAccessFlags.Abstract : 0);
    }

    private string? Signature(ApiMember member)
    {
        var isGeneric = member.TypeParameters.Count > 0 || member.Type.IsGeneric || member.Parameters.Any(p => p.IsGeneric) || member.Throws.Any(t => t.IsGeneric);
        if (!isGeneric)
            return null;

        var throws = member.Throws.Any(t => t.IsGeneric) ? string.Concat(member.Throws.Select(t => "^" + t.Signature)) : "";
        return $"{Declarations(member.TypeParameters)}({string.Concat(member.Parameters.Select(p => p.Signature))}){member.Type.Signature}{throws}";
    }
}
