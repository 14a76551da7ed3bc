namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// The type of one slot (JVMS 4.10.1.2). Where paths join, only array types are distinguished, not classes, because the translation
/// uses a reference's type only to select array instructions.
/// </summary>
internal sealed record SlotType(SlotKind Kind, string Descriptor = "", int Allocation = 0)
{
    /// <summary>Value of <see cref="Allocation"/> for <c>this</c> in a constructor.</summary>
    public const int ThisAllocation = -1;

    public const string ObjectDescriptor = "Ljava/lang/Object;";

    public static readonly SlotType Unusable = new(SlotKind.Unusable);
    public static readonly SlotType Int = new(SlotKind.Int);
    public static readonly SlotType Float = new(SlotKind.Float);
    public static readonly SlotType Long = new(SlotKind.Long);
    public static readonly SlotType LongHigh = new(SlotKind.LongHigh);
    public static readonly SlotType Double = new(SlotKind.Double);
    public static readonly SlotType DoubleHigh = new(SlotKind.DoubleHigh);
    public static readonly SlotType Null = new(SlotKind.Null);
    private static readonly SlotType Object = new(SlotKind.Reference, ObjectDescriptor);

    public bool IsWide => Kind is SlotKind.Long or SlotKind.Double;

    public bool IsHigh => Kind is SlotKind.LongHigh or SlotKind.DoubleHigh;

    public bool IsReference => Kind is SlotKind.Reference or SlotKind.Null;

    /// <summary>The second slot of a wide value.</summary>
    public SlotType High => Kind == SlotKind.Long ? LongHigh : DoubleHigh;

    public static SlotType Reference(string descriptor) =>
        descriptor == ObjectDescriptor ? Object : new SlotType(SlotKind.Reference, descriptor);

    public static SlotType Uninitialized(string descriptor, int allocation) => new(SlotKind.Uninitialized, descriptor, allocation);

    /// <summary>Returns the type of a value whose field or parameter type is <paramref name="descriptor"/>.</summary>
    public static SlotType OfDescriptor(string descriptor) => descriptor[0] switch
    {
        'Z' or 'B' or 'C' or 'S' or 'I' => Int,
        'F' => Float,
        'J' => Long,
        'D' => Double,
        _ => Reference(descriptor),
    };

    /// <summary>Returns the type of a slot that holds <paramref name="a"/> on one path and <paramref name="b"/> on another.</summary>
    public static SlotType Join(SlotType a, SlotType b)
    {
        if (ReferenceEquals(a, b) || a == b)
            return a;
        return (a.Kind, b.Kind) switch
        {
            (SlotKind.Null, SlotKind.Reference) => b,
            (SlotKind.Reference, SlotKind.Null) => a,
            (SlotKind.Reference, SlotKind.Reference) => Reference(JoinDescriptors(a.Descriptor, b.Descriptor)),
            _ => Unusable,
        };
    }

    private static string JoinDescriptors(string a, string b)
    {
        var dimensions = 0;
        while (a[dimensions] == '[' && b[dimensions] == '[')
            dimensions++;
        if (a.AsSpan(dimensions).SequenceEqual(b.AsSpan(dimensions)))
            return a;
        var primitiveElement = IsPrimitive(a[dimensions]) || IsPrimitive(b[dimensions]);
        if (primitiveElement && dimensions > 0)
            dimensions--;
        return new string('[', dimensions) + ObjectDescriptor;
    }

    private static bool IsPrimitive(char first) => first is not ('L' or '[');
}

/// <summary>Kinds of values in a JVM stack slot or local variable slot.</summary>
internal enum SlotKind : byte
{
    /// <summary>No readable value.</summary>
    Unusable,

    /// <summary>int, short, char, byte or boolean.</summary>
    Int,

    /// <summary>float.</summary>
    Float,

    /// <summary>The first slot of a long.</summary>
    Long,

    /// <summary>The second slot of a long.</summary>
    LongHigh,

    /// <summary>The first slot of a double.</summary>
    Double,

    /// <summary>The second slot of a double.</summary>
    DoubleHigh,

    /// <summary>The null reference.</summary>
    Null,

    /// <summary>A reference to an initialised object or an array.</summary>
    Reference,

    /// <summary>The result of <c>new</c>, or <c>this</c> of a constructor, before a constructor has run.</summary>
    Uninitialized,
}
