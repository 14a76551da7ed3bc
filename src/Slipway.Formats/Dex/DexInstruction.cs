namespace Slipway.Formats.Dex;

/// <summary>
/// One instruction. <see cref="DexOpcode"/> and its format determine which members are used (dalvik-bytecode, instruction-formats).
/// The creator of an instruction chooses between its short and long encodings, except where the choice depends on addresses and
/// indices: the assembler picks <c>goto</c>, <c>goto/16</c> or <c>goto/32</c>, inverts a conditional branch that reaches too far, and
/// turns <c>const-string</c> into its jumbo form.
/// </summary>
public sealed class DexInstruction
{
    /// <summary>The operation.</summary>
    public required DexOpcode Opcode { get; set; }

    /// <summary>
    /// First register (vA, vAA, vAAAA): usually the destination. For invoke and filled-new-array in range form: the first
    /// argument register.
    /// </summary>
    public int A { get; set; }

    /// <summary>Second register.</summary>
    public int B { get; set; }

    /// <summary>Third register.</summary>
    public int C { get; set; }

    /// <summary>Literal operand, sign extended; for const/high16 forms the whole value.</summary>
    public long Literal { get; set; }

    /// <summary>
    /// The operand that is not a number, depending on the operation. One field holds all kinds, because programs have millions of
    /// instructions.
    /// </summary>
    public object? Operand { get; set; }

    /// <summary>
    /// String of const-string, type descriptor, <see cref="DexFieldReference"/>, <see cref="DexMethodReference"/>, depending on the
    /// opcode; <see cref="DexPolymorphicReference"/> of invoke-polymorphic, <see cref="DexCallSite"/> of invoke-custom,
    /// <see cref="DexMethodHandle"/> of const-method-handle, method descriptor of const-method-type.
    /// </summary>
    public object? Reference => Operand is DexLabel or DexSwitch or DexArrayData ? null : Operand;

    /// <summary>Target of a branch.</summary>
    public DexLabel? Target => Opcode == DexOpcode.Label ? null : Operand as DexLabel;

    /// <summary>
    /// Argument registers of a 35c invoke or filled-new-array, one entry for each word (a wide value has two); in range form the
    /// number of words is <see cref="Arguments"/>.Length with consecutive registers from <see cref="A"/>.
    /// </summary>
    public int[] Arguments { get; set; } = [];

    /// <summary>Table of packed-switch or sparse-switch.</summary>
    public DexSwitch? Switch => Operand as DexSwitch;

    /// <summary>Data of fill-array-data.</summary>
    public DexArrayData? ArrayData => Operand as DexArrayData;

    /// <summary>The label that this pseudo instruction (<see cref="DexOpcode.Label"/>) places.</summary>
    public DexLabel? Label => Opcode == DexOpcode.Label ? Operand as DexLabel : null;

    /// <summary>Source line that starts here; 0 for the line of the previous instruction.</summary>
    public int Line { get; set; }

    /// <summary>Address in 16-bit code units, set by the reader and the assembler; -1 until then.</summary>
    public int Address { get; set; } = -1;
}

/// <summary>A position in a method's code, compared by identity.</summary>
public sealed class DexLabel
{
    /// <summary>Address in 16-bit code units, set by the reader and the assembler; -1 until then.</summary>
    public int Address { get; set; } = -1;
}

/// <summary>Data of fill-array-data.</summary>
/// <param name="ElementWidth">Bytes of an element: 1, 2, 4 or 8.</param>
/// <param name="Data">Little-endian elements.</param>
public sealed record DexArrayData(int ElementWidth, ReadOnlyMemory<byte> Data);

/// <summary>Keys and targets of a switch.</summary>
/// <param name="Keys">Ascending keys; consecutive for packed-switch.</param>
/// <param name="Targets">One label for each key.</param>
public sealed record DexSwitch(IReadOnlyList<int> Keys, IReadOnlyList<DexLabel> Targets);
