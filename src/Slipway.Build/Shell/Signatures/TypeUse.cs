namespace Slipway.Build.Shell.Signatures;

/// <summary>A type as written in a signature: with its erased descriptor and its generic signature (JVMS 4.3, 4.7.9.1).</summary>
internal abstract record TypeUse
{
    public abstract string Descriptor { get; }

    public abstract string Signature { get; }

    /// <summary>Whether the descriptor loses information that a Signature attribute must contain.</summary>
    public abstract bool IsGeneric { get; }

    internal sealed record Primitive(char Code) : TypeUse
    {
        public override string Descriptor => Code.ToString();

        public override string Signature => Descriptor;

        public override bool IsGeneric => false;
    }

    internal sealed record Class(string Name, IReadOnlyList<TypeUse> Arguments) : TypeUse
    {
        public override string Descriptor => $"L{Name};";

        public override string Signature =>
            Arguments.Count == 0 ? Descriptor : $"L{Name}<{string.Concat(Arguments.Select(a => a.Signature))}>;";

        public override bool IsGeneric => Arguments.Count > 0;
    }

    internal sealed record Variable(TypeParameter Parameter) : TypeUse
    {
        public override string Descriptor => Parameter.Erasure;

        public override string Signature => $"T{Parameter.Name};";

        public override bool IsGeneric => true;
    }

    internal sealed record Array(TypeUse Element) : TypeUse
    {
        public override string Descriptor => "[" + Element.Descriptor;

        public override string Signature => "[" + Element.Signature;

        public override bool IsGeneric => Element.IsGeneric;
    }

    /// <param name="Kind"><c>*</c>, <c>+</c> for extends, <c>-</c> for super.</param>
    /// <param name="Bound">Null for <c>*</c>.</param>
    internal sealed record Wildcard(char Kind, TypeUse? Bound) : TypeUse
    {
        public override string Descriptor => "Ljava/lang/Object;";

        public override string Signature => Kind + Bound?.Signature;

        public override bool IsGeneric => true;
    }
}

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
                    return ObjectDescriptor;

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
