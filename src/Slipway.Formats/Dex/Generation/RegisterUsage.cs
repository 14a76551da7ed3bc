namespace Slipway.Formats.Dex.Generation;

/// <summary>Collects how operations use the virtual registers of a method.</summary>
internal sealed class RegisterUsage
{
    /// <summary>Highest register that the shortest formats can name.</summary>
    public const int MaxShortRegister = 15;

    private readonly bool[] _used;
    private readonly bool[] _linked;
    private readonly int[] _heat;

    private RegisterUsage(int registers)
    {
        _used = new bool[registers + 1];
        _linked = new bool[registers + 1];
        _heat = new int[registers + 1];
    }

    /// <summary>Whether an operation uses a register.</summary>
    public bool IsUsed(int register) => _used[register];

    /// <summary>Whether a register must be followed directly by the next one: they form a pair, or are arguments of a long call.</summary>
    public bool IsLinkedToNext(int register) => _linked[register];

    /// <summary>Number of operations that are shorter when the register is among the first sixteen.</summary>
    public int Heat(int register) => _heat[register];

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
    public void KeepTogether(int register) => _linked[register] |= _used[register];

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
            _used[arguments[i]] = true;
            _heat[arguments[i]] += mustBeRange ? 0 : 1;
            if (mustBeRange && i + 1 < arguments.Length && arguments[i + 1] == arguments[i] + 1)
                _linked[arguments[i]] = true;
        }
    }

    private void Count(int register, RegisterKind kind, int weight)
    {
        if (kind == RegisterKind.None)
            return;
        _used[register] = true;
        _heat[register] += weight;
        if (kind != RegisterKind.Wide)
            return;
        _used[register + 1] = true;
        _linked[register] = true;
    }
}
