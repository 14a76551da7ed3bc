namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// Propagates copies within one block: operations read the register from which a value was copied, and small constants become part of
/// arithmetic and comparisons. A later pass removes unused copies and constants.
/// </summary>
internal sealed class CopyPropagation
{
    /// <summary>Limit on the facts kept at a time, which bounds the work for each operation.</summary>
    private const int MaxFacts = 48;

    /// <summary>Number of words that an invoke can name individually; longer lists must be consecutive registers, like stack slots.</summary>
    public const int MaxScatteredArguments = 5;

    private readonly Range _stack;
    private readonly List<RegisterFact> _facts = [];

    private readonly Func<int, int?> _constantOf;

    private CopyPropagation(Range stack)
    {
        _stack = stack;
        _constantOf = ConstantOf;
    }

    /// <summary>Rewrites the operands of one block's operations.</summary>
    public static void Run(BasicBlock block, Range stack)
    {
        var propagation = new CopyPropagation(stack);
        foreach (var operation in block.Code)
            propagation.Visit(operation);
        block.Code.RemoveAll(o => o.Opcode is DexOpcode.Move or DexOpcode.MoveWide or DexOpcode.MoveObject && o.A == o.B);
    }

    private void Visit(Operation operation)
    {
        var traits = operation.Traits;
        ReplaceOperands(operation, traits);
        ConstantFolding.Fold(operation, _constantOf);
        traits = operation.Traits;
        if (traits.WritesA)
        {
            var words = OperationTraits.Words(traits.A);
            Forget(operation.A, words);
        }
        Learn(operation);
    }

    private void Forget(int register, int words)
    {
        var kept = 0;
        for (var i = 0; i < _facts.Count; i++)
        {
            if (!_facts[i].IsVoidedBy(register, words))
                _facts[kept++] = _facts[i];
        }
        _facts.RemoveRange(kept, _facts.Count - kept);
    }

    private void ReplaceOperands(Operation operation, in OperationTraits traits)
    {
        if (operation.Opcode is DexOpcode.MonitorEnter or DexOpcode.MonitorExit)
            operation.A = LockRegister(operation.A);
        else if (traits.ReadsA && !traits.WritesA)
            operation.A = SourceOf(operation.A, traits.A);
        operation.B = SourceOf(operation.B, traits.B);
        operation.C = SourceOf(operation.C, traits.C);
        if (operation.Arguments.Length <= MaxScatteredArguments)
            ReplaceArguments(operation.Arguments);
    }

    private int SourceOf(int register, RegisterKind kind)
    {
        if (kind == RegisterKind.None)
            return register;
        foreach (var fact in _facts)
        {
            if (fact.Register == register && fact.IsWide == (kind == RegisterKind.Wide) && fact.Source != RegisterFact.NoSource)
                return fact.Source;
        }
        return register;
    }

    /// <summary>Locks keep using the register that outlives the block, because ART pairs enter and exit by register.</summary>
    private int LockRegister(int register)
    {
        if (!IsOnStack(register))
            return register;
        var source = SourceOf(register, RegisterKind.Object);
        for (var i = _facts.Count - 1; i >= 0; i--)
        {
            if (_facts[i].Source == source && !IsOnStack(_facts[i].Register))
                return _facts[i].Register;
        }
        return source;
    }

    private bool IsOnStack(int register) => register >= _stack.Start.Value && register < _stack.End.Value;

    private void ReplaceArguments(int[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (CopyOf(arguments[i]) is not { } fact)
                continue;
            arguments[i] = fact.Source;
            if (fact.IsWide)
                arguments[++i] = fact.Source + 1;
        }
    }

    private RegisterFact? CopyOf(int register)
    {
        foreach (var fact in _facts)
        {
            if (fact.Register == register && fact.Source != RegisterFact.NoSource)
                return fact;
        }
        return null;
    }

    private int? ConstantOf(int register)
    {
        foreach (var fact in _facts)
        {
            if (fact.Register == register && fact.Source == RegisterFact.NoSource)
                return fact.Constant;
        }
        return null;
    }

    private void Learn(Operation operation)
    {
        switch (operation.Opcode)
        {
            case DexOpcode.Const:
                _facts.Add(new RegisterFact(operation.A, false, RegisterFact.NoSource, (int)operation.Literal));
                break;
            case DexOpcode.Move or DexOpcode.MoveObject when operation.A != operation.B:
                _facts.Add(new RegisterFact(operation.A, false, operation.B, 0));
                break;
            case DexOpcode.MoveWide when Math.Abs(operation.A - operation.B) > 1:
                _facts.Add(new RegisterFact(operation.A, true, operation.B, 0));
                break;
        }
        if (_facts.Count > MaxFacts)
            _facts.RemoveAt(0);
    }
}

/// <summary>A known fact about a register's value.</summary>
/// <param name="Register">The register, the first of a pair when wide.</param>
/// <param name="IsWide">Whether it is a pair.</param>
/// <param name="Source">Register that holds the same value; -1 when the value is a constant.</param>
/// <param name="Constant">The constant.</param>
internal readonly record struct RegisterFact(int Register, bool IsWide, int Source, int Constant)
{
    public const int NoSource = -1;

    /// <summary>Whether a write to registers invalidates the fact.</summary>
    public bool IsVoidedBy(int register, int words) =>
        Overlaps(Register, register, words) || (Source != NoSource && Overlaps(Source, register, words));

    private bool Overlaps(int mine, int register, int words) => mine < register + words && register < mine + (IsWide ? 2 : 1);
}
