namespace Slipway.Build.Shell.Signatures;

/// <summary>
/// Reads types. Names carry their package, except for those of java.lang and for type variables; a class starts at the first
/// segment with a capital letter, later segments are its member classes.
/// </summary>
internal sealed class SignatureTypeReader(SignatureCursor cursor)
{
    private const int DeepestNesting = 32;

    private static readonly Dictionary<string, TypeUse> Primitives = new()
    {
        ["void"] = new TypeUse.Primitive('V'),
        ["boolean"] = new TypeUse.Primitive('Z'),
        ["byte"] = new TypeUse.Primitive('B'),
        ["char"] = new TypeUse.Primitive('C'),
        ["short"] = new TypeUse.Primitive('S'),
        ["int"] = new TypeUse.Primitive('I'),
        ["long"] = new TypeUse.Primitive('J'),
        ["float"] = new TypeUse.Primitive('F'),
        ["double"] = new TypeUse.Primitive('D'),
    };

    /// <summary>Type parameters in scope, innermost last.</summary>
    private readonly List<IReadOnlyList<TypeParameter>> _scopes = [];

    private int _depth;

    public void Enter(IReadOnlyList<TypeParameter> parameters) => _scopes.Add(parameters);

    public void Leave() => _scopes.RemoveAt(_scopes.Count - 1);

    /// <summary>Reads <c>&lt;T extends A &amp; B, U&gt;</c> if present, and leaves the parameters in scope.</summary>
    public IReadOnlyList<TypeParameter> ReadParametersAndEnter()
    {
        var parameters = new List<TypeParameter>();
        Enter(parameters);
        if (!cursor.TryTake("<"))
            return parameters;

        do
        {
            var parameter = new TypeParameter(cursor.TakeWord());
            parameters.Add(parameter);
            if (cursor.TryTake("extends"))
            {
                do
                {
                    parameter.Bounds.Add(Read());
                }
                while (cursor.TryTake("&"));
            }
        }
        while (cursor.TryTake(","));
        cursor.Expect(">");
        ResolveForwardReferences(parameters);
        return parameters;
    }

    public TypeUse Read()
    {
        if (++_depth > DeepestNesting)
            throw cursor.Fault("types are nested too deeply");

        var type = ReadElement();
        var dimensions = 0;
        while (cursor.TryTake("["))
        {
            cursor.Expect("]");
            if (++dimensions > DeepestNesting)
                throw cursor.Fault("an array has too many dimensions");

            type = new TypeUse.Array(type);
        }

        _depth--;
        return type;
    }

    /// <summary>Returns the internal name of a dotted class name.</summary>
    public static string InternalName(string dotted)
    {
        var segments = dotted.Split('.');
        var first = Array.FindIndex(segments, s => s.Length > 0 && char.IsAsciiLetterUpper(s[0]));
        return first switch
        {
            < 0 => dotted.Replace('.', '/'),
            0 => "java/lang/" + string.Join('$', segments),
            _ => $"{string.Join('/', segments[..first])}/{string.Join('$', segments[first..])}",
        };
    }

    /// <summary>A bound may name a parameter that follows: <c>&lt;T extends U, U&gt;</c>.</summary>
    private static void ResolveForwardReferences(List<TypeParameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            for (var i = 0; i < parameter.Bounds.Count; i++)
                parameter.Bounds[i] = Resolve(parameter.Bounds[i], parameters);
        }
    }

    private static TypeUse Resolve(TypeUse type, List<TypeParameter> parameters) => type switch
    {
        TypeUse.Class { Arguments.Count: 0 } named when parameters.Find(p => named.Name == InternalName(p.Name)) is { } parameter => new TypeUse.Variable(parameter),
        TypeUse.Class named => named with { Arguments = [.. named.Arguments.Select(a => Resolve(a, parameters))] },
        TypeUse.Array array => array with { Element = Resolve(array.Element, parameters) },
        TypeUse.Wildcard { Bound: { } bound } wildcard => wildcard with { Bound = Resolve(bound, parameters) },
        _ => type,
    };

    private TypeUse ReadElement()
    {
        if (cursor.TryTake("?"))
            return ReadWildcard();

        var name = cursor.TakeWord();
        if (Primitives.TryGetValue(name, out var primitive))
            return primitive;

        return Find(name) is { } parameter ? new TypeUse.Variable(parameter) : new TypeUse.Class(InternalName(name), ReadArguments());
    }

    private TypeUse.Wildcard ReadWildcard()
    {
        if (cursor.TryTake("extends"))
            return new('+', Read());

        return cursor.TryTake("super") ? new('-', Read()) : new('*', null);
    }

    private List<TypeUse> ReadArguments()
    {
        var arguments = new List<TypeUse>();
        if (!cursor.TryTake("<"))
            return arguments;

        do
        {
            arguments.Add(Read());
        }
        while (cursor.TryTake(","));
        cursor.Expect(">");
        return arguments;
    }

    private TypeParameter? Find(string name)
    {
        for (var i = _scopes.Count - 1; i >= 0; i--)
        {
            if (_scopes[i].FirstOrDefault(p => p.Name == name) is { } parameter)
                return parameter;
        }

        return null;
    }
}
