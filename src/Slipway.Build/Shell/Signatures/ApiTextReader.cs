using Slipway.Formats;

namespace Slipway.Build.Shell.Signatures;

/// <summary>
/// Reads the platform's public API as text: AOSP signature format 2.0 (tools/metalava, FORMAT.md), as in
/// <c>api/current.txt</c> of frameworks/base, with our own <c>@since</c> marks.
/// </summary>
internal sealed class ApiTextReader
{
    private readonly SignatureCursor _cursor;
    private readonly SignatureModifierReader _modifiers;
    private readonly SignatureTypeReader _types;
    private readonly SignatureMemberReader _members;
    private readonly List<ApiType> _found = [];

    private ApiTextReader(string text, string? name)
    {
        _cursor = new(text, name);
        _modifiers = new(_cursor);
        _types = new(_cursor);
        _members = new(_cursor, _modifiers, _types);
    }

    /// <summary>Returns all types of a text in its order.</summary>
    /// <exception cref="MalformedInputException">The text does not follow the format.</exception>
    public static IReadOnlyList<ApiType> Read(string text, string? name = null)
    {
        var reader = new ApiTextReader(text, name);
        while (!reader._cursor.AtEnd)
            reader.ReadPackage();

        return reader._found;
    }

    private void ReadPackage()
    {
        _cursor.Expect("package");
        var package = _cursor.TakeWord();
        _cursor.Expect("{");
        while (!_cursor.TryTake("}"))
            _found.Add(ReadType(package.Replace('.', '/')));
    }

    private ApiType ReadType(string package)
    {
        var modifiers = _modifiers.Read();
        var kind = ReadKind(modifiers.Access);
        var name = $"{package}/{_cursor.TakeWord().Replace('.', '$')}";
        EnterOuter(name, modifiers.Access);
        var type = ReadHeader(name, kind, modifiers);
        _cursor.Expect("{");
        while (!_cursor.TryTake("}"))
            type.Members.Add(_members.Read());

        _types.Leave();
        _types.Leave();
        return type;
    }

    private ApiTypeKind ReadKind(int access)
    {
        var word = _cursor.TakeWord();
        return word switch
        {
            "class" => ApiTypeKind.Class,
            "enum" => ApiTypeKind.Enum,
            "interface" => (access & StubAccessFlags.Annotation) != 0 ? ApiTypeKind.Annotation : ApiTypeKind.Interface,
            _ => throw _cursor.Fault($"expected a type declaration, found '{word}'"),
        };
    }

    /// <summary>An inner class sees the type parameters of the class around it; texts list the outer one first.</summary>
    private void EnterOuter(string name, int access)
    {
        var at = name.LastIndexOf('$');
        var outer = at < 0 || (access & StubAccessFlags.Static) != 0 ? null : _found.FindLast(t => t.Name == name[..at]);
        _types.Enter(outer?.TypeParameters ?? []);
    }

    private ApiType ReadHeader(string name, ApiTypeKind kind, SignatureModifiers modifiers)
    {
        var parameters = _types.ReadParametersAndEnter();
        var extended = ReadList("extends");
        var implemented = ReadList("implements");
        var isInterface = kind is ApiTypeKind.Interface or ApiTypeKind.Annotation;
        if (!isInterface && extended.Count > 1)
            throw _cursor.Fault($"class {name} extends more than one class");

        return new ApiType
        {
            Name = name,
            Kind = kind,
            Access = modifiers.Access,
            Since = modifiers.Since,
            IsDeprecated = modifiers.IsDeprecated,
            Annotations = modifiers.Annotations,
            TypeParameters = parameters,
            Super = isInterface || extended.Count == 0 ? null : extended[0],
            Interfaces = isInterface ? extended : implemented,
        };
    }

    /// <summary>Reads the types after a keyword, separated by blanks.</summary>
    private List<TypeUse> ReadList(string keyword)
    {
        var list = new List<TypeUse>();
        if (!_cursor.TryTake(keyword))
            return list;

        while (_cursor.Current is { Kind: SignatureTokenKind.Word } token && !token.Is("implements"))
            list.Add(_types.Read());

        return list;
    }
}
