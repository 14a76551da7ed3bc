namespace Slipway.Formats.Dex;

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
