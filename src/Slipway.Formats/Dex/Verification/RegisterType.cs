namespace Slipway.Formats.Dex.Verification;

/// <summary>The type of one register at one position.</summary>
/// <param name="Uses">The possible uses of the value.</param>
/// <param name="Descriptor">Type descriptor of a reference; null for an unknown reference.</param>
/// <param name="Site">For an object whose constructor has not run: the position of its new-instance.</param>
internal readonly record struct RegisterType(RegisterUses Uses, string? Descriptor = null, int Site = 0)
{
    public static RegisterType Conflict => default;

    public static RegisterType Int => new(RegisterUses.Int);

    public static RegisterType UnknownReference => new(RegisterUses.Reference);

    public bool Has(RegisterUses use) => (Uses & use) != 0;

    public static RegisterType Reference(string? descriptor) => new(RegisterUses.Reference, descriptor);

    /// <summary>Returns the type of a one-word value with a descriptor.</summary>
    public static RegisterType Of(string descriptor) => descriptor[0] switch
    {
        'Z' => new(RegisterUses.BooleanValue),
        'B' => new(RegisterUses.ByteValue),
        'S' => new(RegisterUses.ShortValue),
        'C' => new(RegisterUses.CharValue),
        'I' => new(RegisterUses.Int),
        'F' => new(RegisterUses.Float),
        _ => Reference(descriptor),
    };

    /// <summary>Returns the type of a one-word constant, which can be used as every type whose range includes it.</summary>
    public static RegisterType Constant(long value)
    {
        var uses = RegisterUses.Int | RegisterUses.Float;
        if (value == 0)
            uses |= RegisterUses.Null;

        if (value is 0 or 1)
            uses |= RegisterUses.Boolean;

        if (value is >= sbyte.MinValue and <= sbyte.MaxValue)
            uses |= RegisterUses.Byte;

        if (value is >= short.MinValue and <= short.MaxValue)
            uses |= RegisterUses.Short;

        return value is >= 0 and <= ushort.MaxValue ? new(uses | RegisterUses.Char) : new(uses);
    }

    public bool SameAs(in RegisterType other) =>
        Uses == other.Uses && Site == other.Site && (ReferenceEquals(Descriptor, other.Descriptor) || Descriptor == other.Descriptor);

    /// <summary>Returns the type where two paths meet.</summary>
    public RegisterType Join(in RegisterType other, TypeHierarchy hierarchy)
    {
        if (SameAs(other))
            return this;

        if (Has(RegisterUses.NewInstance | RegisterUses.UninitialisedThis) || other.Has(RegisterUses.NewInstance | RegisterUses.UninitialisedThis))
            return Conflict;

        return (Has(RegisterUses.Reference), other.Has(RegisterUses.Reference)) switch
        {
            (true, true) => new((Uses & other.Uses) | RegisterUses.Reference, hierarchy.Join(Descriptor, other.Descriptor)),
            (true, false) when other.Has(RegisterUses.Null) => Reference(Descriptor),
            (false, true) when Has(RegisterUses.Null) => Reference(other.Descriptor),
            _ => new(Uses & other.Uses),
        };
    }

    public override string ToString() => Uses switch
    {
        RegisterUses.None => "nothing usable",
        RegisterUses.Int => "an int",
        RegisterUses.Float => "a float",
        RegisterUses.BooleanValue => "a boolean",
        RegisterUses.ByteValue => "a byte",
        RegisterUses.ShortValue => "a short",
        RegisterUses.CharValue => "a char",
        RegisterUses.Zero => "zero or null",
        RegisterUses.LongLow or RegisterUses.LongHigh => "half a long",
        RegisterUses.DoubleLow or RegisterUses.DoubleHigh => "half a double",
        RegisterUses.ConstantLow or RegisterUses.ConstantHigh => "half a wide constant",
        RegisterUses.NewInstance => $"an uninitialised {Descriptor}",
        RegisterUses.UninitialisedThis => "this before its constructor was called",
        _ when Has(RegisterUses.Reference) => Descriptor ?? "a reference of unknown type",
        _ => "a constant",
    };
}
