using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>What the translation of a method asks about its class.</summary>
internal sealed class ClassContext
{
    private const int AccPrivate = 0x2;
    private const int AccFinal = 0x10;
    private const int AccInterface = 0x200;

    private readonly Dictionary<(string Name, string Descriptor), JavaMethod> methods = [];

    public ClassContext(JavaClass javaClass, DexOptions options)
    {
        Class = javaClass;
        Options = options;
        foreach (var method in javaClass.Methods)
            methods.TryAdd((method.Name, method.Descriptor), method);
    }

    public JavaClass Class { get; }

    public DexOptions Options { get; }

    public bool IsInterface => (Class.Access & AccInterface) != 0;

    /// <summary>Whether the class itself declares this method and declares it private.</summary>
    public bool DeclaresPrivate(MemberReference reference) =>
        Declared(reference) is { } method && (method.Access & AccPrivate) != 0;

    public bool Declares(MemberReference reference) => Declared(reference) is not null;

    /// <summary>Whether the class itself declares this method and no subclass can override it.</summary>
    public bool DeclaresFinal(MemberReference reference) =>
        Declared(reference) is { } method && ((method.Access | Class.Access) & AccFinal) != 0;

    private JavaMethod? Declared(MemberReference reference) =>
        reference.Owner == Class.Name ? methods.GetValueOrDefault((reference.Name, reference.Descriptor)) : null;
}
