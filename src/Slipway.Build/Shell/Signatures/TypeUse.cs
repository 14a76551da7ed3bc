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
