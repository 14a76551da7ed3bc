namespace Slipway.Build.Shell.Signatures;

/// <summary>A type parameter of a class or method; its bounds are known only after all parameters of the list have names.</summary>
internal sealed class TypeParameter(string name)
{
    private const string ObjectDescriptor = "Ljava/lang/Object;";

    public string Name { get; } = name;

    public List<TypeUse> Bounds { get; } = [];

    /// <summary>Descriptor of the first bound (JLS 4.6); a parameter that is its own bound erases to Object.</summary>
    public string Erasure
    {
        get
        {
            var seen = new HashSet<TypeParameter>(ReferenceEqualityComparer.Instance) { this };
            var bound = FirstBound;
            while (bound is TypeUse.Variable { Parameter: var next })
            {
                if (!seen.Add(next))
                {
                    return ObjectDescriptor;
                }

                bound = next.FirstBound;
            }

            return bound?.Descriptor ?? ObjectDescriptor;
        }
    }

    private TypeUse? FirstBound => Bounds.Count == 0 ? null : Bounds[0];

    /// <summary>Declaration in a Signature attribute: an interface bound has two colons (JVMS 4.7.9.1).</summary>
    /// <param name="isInterface">Whether a class name is that of an interface.</param>
    public string Declaration(Func<string, bool> isInterface) => Bounds.Count == 0
        ? $"{Name}:{ObjectDescriptor}"
        : Name + string.Concat(Bounds.Select((bound, i) =>
            (i == 0 && bound is TypeUse.Class { Name: var type } && isInterface(type) ? "::" : ":") + bound.Signature));
}
