namespace Slipway.Formats.Dex.Verification;

/// <summary>The flow of control in a method, by positions of its instructions without labels.</summary>
internal sealed class CodeGraph
{
    private readonly Dictionary<DexLabel, int> _positions;

    private CodeGraph(DexInstruction[] code, Dictionary<DexLabel, int> positions)
    {
        Code = code;
        _positions = positions;
        IsTarget = new bool[code.Length];
        IsHandler = new bool[code.Length];
        TryAt = new int[code.Length];
        Array.Fill(TryAt, -1);
    }

    /// <summary>The instructions without labels.</summary>
    public DexInstruction[] Code { get; }

    /// <summary>Whether a branch or switch leads to a position.</summary>
    public bool[] IsTarget { get; }

    /// <summary>Whether a handler starts at a position.</summary>
    public bool[] IsHandler { get; }

    /// <summary>The try that covers a position; -1 for none.</summary>
    public int[] TryAt { get; }

    /// <summary>Positions of the handlers of each try.</summary>
    public List<int[]> Handlers { get; } = [];

    /// <summary>Types that the handler at each position catches; null for everything.</summary>
    public Dictionary<int, List<string?>> Caught { get; } = [];

    public int PositionOf(DexLabel label) => _positions[label];

    /// <summary>Returns the positions that an instruction branches to.</summary>
    public IEnumerable<int> TargetsOf(DexInstruction instruction)
    {
        if (instruction.Target is { } target)
            yield return PositionOf(target);

        if (instruction.Switch is { } table)
        {
            foreach (var label in table.Targets)
                yield return PositionOf(label);
        }
    }

    /// <summary>Builds the graph; reports an error and returns null when a label or try is invalid.</summary>
    public static CodeGraph? Build(DexCode code, MethodScope scope)
    {
        var positions = new Dictionary<DexLabel, int>();
        var real = new List<DexInstruction>(code.Instructions.Count);
        foreach (var instruction in code.Instructions)
        {
            if (instruction.Opcode == DexOpcode.Label)
                positions[instruction.Label!] = real.Count;
            else
                real.Add(instruction);
        }

        var graph = new CodeGraph([.. real], positions);
        return graph.MarkBranches(scope) && graph.MarkTries(code, scope) ? graph : null;
    }

    private bool Leads(DexLabel? label) => label is not null && _positions.TryGetValue(label, out var at) && at < Code.Length;

    private bool MarkBranches(MethodScope scope)
    {
        for (var i = 0; i < Code.Length; i++)
        {
            var instruction = Code[i];
            var isSound = DexOpcodeTable.Info(instruction.Opcode).Branches ? Leads(instruction.Target)
                : !DexOpcodeTable.Info(instruction.Opcode).Switches || (instruction.Switch is { } table && table.Targets.All(Leads));
            if (!isSound)
            {
                scope.Error(instruction.Address >= 0 ? instruction.Address : i, "a branch does not lead to an instruction");
                return false;
            }

            foreach (var target in TargetsOf(instruction))
                IsTarget[target] = true;
        }

        return true;
    }

    private bool MarkTries(DexCode code, MethodScope scope)
    {
        var last = 0;
        foreach (var attempt in code.Tries)
        {
            if (!_positions.TryGetValue(attempt.Start, out var start) || !_positions.TryGetValue(attempt.End, out var end) || start < last || end < start)
            {
                scope.Error(-1, "a try range is out of order or leads nowhere");
                return false;
            }

            if (!attempt.Catches.All(handler => Leads(handler.Target)) || attempt.Catches.SkipLast(1).Any(handler => handler.Type is null))
            {
                scope.Error(-1, "a handler leads nowhere, or follows a handler that catches everything");
                return false;
            }

            Array.Fill(TryAt, Handlers.Count, start, end - start);
            Handlers.Add([.. attempt.Catches.Select(handler => PositionOf(handler.Target)).Distinct()]);
            attempt.Catches.ToList().ForEach(MarkHandler);
            last = end;
        }

        return true;
    }

    private void MarkHandler(DexCatch handler)
    {
        var at = PositionOf(handler.Target);
        IsHandler[at] = true;
        if (!Caught.TryGetValue(at, out var types))
            Caught[at] = types = [];

        types.Add(handler.Type);
    }
}
