using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>Finds classes by name: those to compile and those of the library.</summary>
internal sealed class ClassIndex
{
    private readonly Dictionary<string, JavaClass> _compiled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JavaClass> _library = new(StringComparer.Ordinal);

    public ClassIndex(IEnumerable<JavaClass> compiled, IEnumerable<JavaClass>? library)
    {
        foreach (var javaClass in compiled)
            _compiled[javaClass.Name] = javaClass;
        foreach (var javaClass in library ?? [])
            _library[javaClass.Name] = javaClass;
    }

    /// <summary>Returns the class to compile with that name, or null.</summary>
    public JavaClass? Compiled(string name) => _compiled.GetValueOrDefault(name);

    /// <summary>Returns the class with that name, to compile or of the library, or null.</summary>
    public JavaClass? Any(string name) => _compiled.GetValueOrDefault(name) ?? _library.GetValueOrDefault(name);

    /// <summary>Whether two classes to compile share a nest (JVMS 5.4.4).</summary>
    public bool AreNestMates(JavaClass one, string other) =>
        Compiled(other) is { } mate && (one.NestHost ?? one.Name) == (mate.NestHost ?? mate.Name);

    /// <summary>Resolves a method in its class and the superclasses; returns it with the class that declares it.</summary>
    public (JavaClass Owner, JavaMethod Method)? FindMethod(string owner, string name, string descriptor)
    {
        var visited = 0;
        for (var at = Any(owner); at is not null && visited < 1000; at = at.SuperName is null ? null : Any(at.SuperName), visited++)
        {
            if (MethodOf(at, name, descriptor) is { } method)
                return (at, method);
        }

        return null;
    }

    public static JavaMethod? MethodOf(JavaClass owner, string name, string descriptor)
    {
        foreach (var method in owner.Methods)
        {
            if (method.Name == name && method.Descriptor == descriptor)
                return method;
        }

        return null;
    }

    public static JavaField? FieldOf(JavaClass owner, string name, string descriptor)
    {
        foreach (var field in owner.Fields)
        {
            if (field.Name == name && field.Descriptor == descriptor)
                return field;
        }

        return null;
    }
}
