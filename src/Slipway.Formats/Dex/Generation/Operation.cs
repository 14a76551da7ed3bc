namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// One DEX operation before registers are assigned: A, B, C and <see cref="Arguments"/> are virtual registers, opcodes are in
/// their most general form (three-address arithmetic, plain moves, <c>const</c>), branches name blocks.
/// </summary>
internal sealed class Operation(DexOpcode opcode, int a = 0, int b = 0, int c = 0)
{
    public DexOpcode Opcode { get; set; } = opcode;

    public int A { get; set; } = a;

    public int B { get; set; } = b;

    public int C { get; set; } = c;

    /// <summary>Literal operand; raw bits for float and double constants.</summary>
    public long Literal { get; set; }

    public object? Reference { get; set; }

    /// <summary>One entry for each word; empty for an operation without a list of registers.</summary>
    public int[] Arguments { get; set; } = [];

    /// <summary>Target of a conditional branch.</summary>
    public BasicBlock? Target { get; set; }

    public SwitchTargets? Switch { get; set; }

    public DexArrayData? ArrayData { get; init; }

    /// <summary>Whether an if compares references, which need other move instructions than numbers.</summary>
    public bool ComparesReferences { get; init; }

    /// <summary>Source line; 0 when unknown.</summary>
    public int Line { get; set; }

    public OperationTraits Traits => OperationTraits.Of(Opcode);
}

/// <summary>The table of a switch whose targets are blocks.</summary>
/// <param name="Keys">Ascending keys.</param>
/// <param name="Blocks">One block for each key.</param>
internal sealed record SwitchTargets(IReadOnlyList<int> Keys, IReadOnlyList<BasicBlock> Blocks);
