namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// Computes which virtual registers are live at the borders of blocks: a backward fixpoint. Registers that a handler reads are live
/// before every operation that can throw into it.
/// </summary>
internal sealed class Liveness
{
    private const int BitsPerWord = 64;

    private readonly RegisterSet[] _liveIn;
    private readonly RegisterSet _nothing;
    private readonly int _registers;

    private Liveness(int blocks, int registers)
    {
        _registers = registers;
        _liveIn = new RegisterSet[blocks];
        _nothing = new RegisterSet(registers);
    }

    public static Liveness Run(IReadOnlyList<BasicBlock> blocks, int registers)
    {
        var liveness = new Liveness(blocks.Count, registers);
        for (var i = 0; i < blocks.Count; i++)
        {
            blocks[i].Index = i;
            liveness._liveIn[i] = new RegisterSet(registers);
        }
        liveness.Solve(blocks);
        return liveness;
    }

    /// <summary>Returns the memory that the sets of a method take, in 64-bit words.</summary>
    public static long Cost(int blocks, int registers) => (long)blocks * ((registers / BitsPerWord) + 1);

    /// <summary>Returns the registers that are live after the last operation that is not a branch, without those for handlers.</summary>
    public RegisterSet LiveOut(BasicBlock block)
    {
        var live = new RegisterSet(_registers);
        if (block.Next is not null)
            live.UnionWith(LiveIn(block.Next));
        foreach (var target in block.BranchTargets)
            live.UnionWith(LiveIn(target));
        return live;
    }

    /// <summary>Returns the registers that a handler of a block reads.</summary>
    public RegisterSet LiveInHandlers(BasicBlock block)
    {
        if (block.Handlers.Count == 0)
            return _nothing;
        var live = new RegisterSet(_registers);
        foreach (var handler in block.Handlers)
            live.UnionWith(LiveIn(handler.Target));
        return live;
    }

    /// <summary>Converts the set of live registers after an operation to the set before it.</summary>
    public static void StepBack(RegisterSet live, Operation operation, RegisterSet liveInHandlers)
    {
        var traits = operation.Traits;
        if (traits.WritesA)
            live.Remove(operation.A, OperationTraits.Words(traits.A));
        if (traits.ReadsA)
            live.Add(operation.A, OperationTraits.Words(traits.A));
        live.Add(operation.B, OperationTraits.Words(traits.B));
        live.Add(operation.C, OperationTraits.Words(traits.C));
        foreach (var argument in operation.Arguments)
            live.Add(argument, 1);
        if (traits.CanThrow)
            live.UnionWith(liveInHandlers);
    }

    private RegisterSet LiveIn(BasicBlock block) => _liveIn[block.Index];

    /// <summary>Starts with the last block and visits a block again when the set of live registers after it has grown.</summary>
    private void Solve(IReadOnlyList<BasicBlock> blocks)
    {
        var predecessors = Predecessors(blocks);
        var work = new Stack<BasicBlock>(blocks);
        var isWaiting = new bool[blocks.Count];
        Array.Fill(isWaiting, true);
        while (work.TryPop(out var block))
        {
            isWaiting[block.Index] = false;
            if (!Update(block))
                continue;
            foreach (var predecessor in predecessors[block.Index])
            {
                if (isWaiting[predecessor.Index])
                    continue;
                isWaiting[predecessor.Index] = true;
                work.Push(predecessor);
            }
        }
    }

    private static List<BasicBlock>[] Predecessors(IReadOnlyList<BasicBlock> blocks)
    {
        var predecessors = new List<BasicBlock>[blocks.Count];
        for (var i = 0; i < blocks.Count; i++)
            predecessors[i] = [];
        foreach (var block in blocks)
        {
            if (block.Next is not null)
                predecessors[block.Next.Index].Add(block);
            foreach (var target in block.BranchTargets)
                predecessors[target.Index].Add(block);
            foreach (var handler in block.Handlers)
                predecessors[handler.Target.Index].Add(block);
        }
        return predecessors;
    }

    private bool Update(BasicBlock block)
    {
        var live = LiveOut(block);
        var handlers = LiveInHandlers(block);
        for (var i = block.Code.Count - 1; i >= 0; i--)
            StepBack(live, block.Code[i], handlers);
        return LiveIn(block).UnionWith(live);
    }
}
