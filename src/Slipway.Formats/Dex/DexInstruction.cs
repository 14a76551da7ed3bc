namespace Slipway.Formats.Dex;

/// <summary>
/// One instruction. Which members matter is told by <see cref="DexOpcode"/> and its format (dalvik-bytecode,
/// instruction-formats). Short and long encodings of the same operation are chosen by whoever makes the instruction, apart
/// from what depends on addresses and indices: the assembler picks <c>goto</c>, <c>goto/16</c> or <c>goto/32</c>,
/// inverts a conditional branch that reaches too far, and turns <c>const-string</c> into its jumbo form.
/// </summary>
public sealed class DexInstruction
{
    /// <summary>What it does.</summary>
    public required DexOpcode Opcode { get; set; }

    /// <summary>First register (vA, vAA, vAAAA): usually the destination. For invoke and filled-new-array in range form: the first argument register.</summary>
    public int A { get; set; }

    /// <summary>Second register.</summary>
    public int B { get; set; }

    /// <summary>Third register.</summary>
    public int C { get; set; }

    /// <summary>Literal operand, sign extended; for const/high16 forms the whole value.</summary>
    public long Literal { get; set; }

    /// <summary>What the instruction has beside numbers: one of the following, by its operation. One field for all, because programs have millions of instructions.</summary>
    public object? Operand { get; set; }

    /// <summary>
    /// String of const-string, type descriptor, <see cref="DexFieldReference"/>, <see cref="DexMethodReference"/>, by what the opcode
    /// asks for; <see cref="DexPolymorphicReference"/> of invoke-polymorphic, <see cref="DexCallSite"/> of invoke-custom,
    /// <see cref="DexMethodHandle"/> of const-method-handle, method descriptor of const-method-type.
    /// </summary>
    public object? Reference => Operand is DexLabel or DexSwitch or DexArrayData ? null : Operand;

    /// <summary>Target of a branch.</summary>
    public DexLabel? Target => Opcode == DexOpcode.Label ? null : Operand as DexLabel;

    /// <summary>Argument registers of a 35c invoke or filled-new-array, one entry a word (a wide value has two); in range form the number of words is <see cref="Arguments"/>.Length with consecutive registers from <see cref="A"/>.</summary>
    public int[] Arguments { get; set; } = [];

    /// <summary>Table of packed-switch or sparse-switch.</summary>
    public DexSwitch? Switch => Operand as DexSwitch;

    /// <summary>Data of fill-array-data.</summary>
    public DexArrayData? ArrayData => Operand as DexArrayData;

    /// <summary>The label that this pseudo instruction (<see cref="DexOpcode.Label"/>) places.</summary>
    public DexLabel? Label => Opcode == DexOpcode.Label ? Operand as DexLabel : null;

    /// <summary>Source line that starts here; 0 when it is the same as before.</summary>
    public int Line { get; set; }

    /// <summary>Address in 16-bit code units, set by the reader and the assembler; -1 before.</summary>
    public int Address { get; set; } = -1;
}
