namespace Slipway.Formats.Dex;

/// <summary>
/// One DEX file in memory, free of indices: every reference is by name. Types are descriptors (<c>Ljava/lang/Object;</c>),
/// methods carry method descriptors. Source of the format: source.android.com, "Dalvik executable format".
/// </summary>
public sealed class DexFile
{
    /// <summary>Format version: 35, 37, 38, 39.</summary>
    public int Version { get; set; } = 37;

    /// <summary>Classes; the writer puts superclasses and interfaces first and is stable otherwise.</summary>
    public List<DexClass> Classes { get; } = [];
}

/// <summary>A class definition.</summary>
public sealed class DexClass
{
    /// <summary>Type descriptor.</summary>
    public required string Type { get; set; }

    /// <summary>Access flags (dex-format, "access_flags definitions").</summary>
    public int Access { get; set; }

    /// <summary>Type descriptor of the superclass; null only for java.lang.Object.</summary>
    public string? Super { get; set; }

    /// <summary>Type descriptors of the interfaces, in order.</summary>
    public List<string> Interfaces { get; } = [];

    /// <summary>Source file name.</summary>
    public string? SourceFile { get; set; }

    /// <summary>Fields, static and instance; the writer splits and sorts them.</summary>
    public List<DexField> Fields { get; } = [];

    /// <summary>Methods, direct and virtual; the writer splits and sorts them.</summary>
    public List<DexMethod> Methods { get; } = [];

    /// <summary>Annotations, system ones included.</summary>
    public List<DexAnnotation> Annotations { get; } = [];
}

/// <summary>A field definition.</summary>
public sealed class DexField
{
    /// <summary>Owner, name and type.</summary>
    public required DexFieldReference Reference { get; set; }

    /// <summary>Access flags.</summary>
    public int Access { get; set; }

    /// <summary>Initial value of a static field; null for the default value of the type.</summary>
    public DexValue? StaticValue { get; set; }

    /// <summary>Annotations.</summary>
    public List<DexAnnotation> Annotations { get; } = [];
}

/// <summary>A method definition.</summary>
public sealed class DexMethod
{
    private DexCode? _code;
    private PackedCode? _packed;

    /// <summary>Owner, name and descriptor.</summary>
    public required DexMethodReference Reference { get; set; }

    /// <summary>Access flags; constructors carry 0x10000.</summary>
    public int Access { get; set; }

    /// <summary>
    /// The code; null for abstract and native methods. After <see cref="Pack"/>, every read returns a new copy, so changes to it are
    /// lost.
    /// </summary>
    public DexCode? Code
    {
        get => _code ?? _packed?.Unpack();
        set => (_code, _packed) = (value, null);
    }

    /// <summary>Annotations.</summary>
    public List<DexAnnotation> Annotations { get; } = [];

    /// <summary>Annotations by parameter; empty when no parameter has one.</summary>
    public List<List<DexAnnotation>> ParameterAnnotations { get; } = [];

    /// <summary>Stores the code compactly until it is read.</summary>
    internal void Pack()
    {
        if (_code is not null)
            (_packed, _code) = (new PackedCode(_code), null);
    }
}

/// <summary>The body of a method (dex-format, code_item) before addresses are known: branches name labels.</summary>
public sealed class DexCode
{
    /// <summary>Number of registers, including incoming arguments.</summary>
    public int Registers { get; set; }

    /// <summary>Words of incoming arguments; they are the last registers.</summary>
    public int Ins { get; set; }

    /// <summary>Words of outgoing arguments of the widest call.</summary>
    public int Outs { get; set; }

    /// <summary>
    /// Instructions and labels in order. Payloads of switches and arrays are part of their instructions; the assembler places them.
    /// </summary>
    public List<DexInstruction> Instructions { get; } = [];

    /// <summary>Covered ranges: disjoint, in order. The assembler drops empty ones and joins neighbours with equal handlers.</summary>
    public List<DexTry> Tries { get; } = [];

    /// <summary>Names of the parameters for debuggers, without the receiver; an entry may be null. Empty when unknown.</summary>
    public List<string?> ParameterNames { get; } = [];
}

/// <summary>A range of instructions with exception handlers.</summary>
/// <param name="Start">Label before the first instruction.</param>
/// <param name="End">Label after the last one.</param>
/// <param name="Catches">Handlers in order; one that catches everything comes last.</param>
public sealed record DexTry(DexLabel Start, DexLabel End, IReadOnlyList<DexCatch> Catches);

/// <summary>An exception handler.</summary>
/// <param name="Type">Type descriptor of the caught class; null for a handler that catches everything.</param>
/// <param name="Target">Its first instruction.</param>
public sealed record DexCatch(string? Type, DexLabel Target);
