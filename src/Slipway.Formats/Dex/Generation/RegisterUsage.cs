namespace Slipway.Formats.Dex.Generation;

/// <summary>Collects how operations use the virtual registers of a method.</summary>
internal sealed class RegisterUsage
{
    /// <summary>Highest register that the shortest formats can name.</summary>
    public const int MaxShortRegister = 15;

    private readonly bool[] used;
    private readonly bool[] linked;
    private readonly int[] heat;

    private RegisterUsage(int registers)
    {
        used = new bool[registers + 1];
        linked = new bool[registers + 1];
        heat = new int[registers + 1];
    }

    /// <summary>Whether an operation uses a register.</summary>
    public bool IsUsed(int register) => used[register];

    /// <summary>Whether a register must be followed directly by the next one: they form a pair, or are arguments of a long call.</summary>
    public bool IsLinkedToNext(int register) => linked[register];

    /// <summary>Number of operations that are shorter when the register is among the first sixteen.</summary>
    public int Heat(int register) => heat[register];

    public static RegisterUsage Of(LoweredMethod method)
    {
        var usage = new RegisterUsage(method.Registers);
        foreach (var block in method.Blocks)
        {
            foreach (var operation in block.Code)
                usage.Count(operation);
        }
        return usage;
    }

    /// <summary>Keeps the pair of a wide parameter together, which no operation of the method creates.</summary>
    public void KeepTogether(int register) => linked[register] |= used[register];

    private void Count(Operation operation)
    {
        var traits = operation.Traits;
        var weight = traits.MaxRegister <= MaxShortRegister ? 1 : 0;
        Count(operation.A, traits.A, weight);
        Count(operation.B, traits.B, weight);
        Count(operation.C, traits.C, weight);
        var arguments = operation.Arguments;
        var mustBeRange = arguments.Length > CopyPropagation.MaxScatteredArguments;
        for (var i = 0; i < arguments.Length; i++)
        {
            used[arguments[i]] = true;
            heat[arguments[i]] += mustBeRange ? 0 : 1;
            if (mustBeRange && i + 1 < arguments.Length && arguments[i + 1] == arguments[i] + 1)
                linked[arguments[i]] = true;
        }
    }

    private void Count(int register, RegisterKind kind, int weight)
    {
        if (kind == RegisterKind.None)
            return;
        used[register] = true;
        heat[register] += weight;
        if (kind != RegisterKind.Wide)
            return;
        used[register + 1] = true;
        linked[register] = true;
    }
}
