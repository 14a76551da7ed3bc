using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>The basic blocks of a method, divided at branch targets and where the set of handlers changes.</summary>
internal sealed class FlowGraph
{
    private const int MaxHandlerEntries = 1 << 20;

    /// <summary>Limit on the tests whether a handler covers a block; only hostile code exceeds it.</summary>
    private const long MaxCoverChecks = 50_000_000;

    private readonly BasicBlock[] _blockAt;

    private FlowGraph(List<BasicBlock> blocks, int instructions)
    {
        Blocks = blocks;
        _blockAt = new BasicBlock[instructions];
        foreach (var block in blocks)
            _blockAt[block.Start] = block;
    }

    /// <summary>Blocks in the order of the code.</summary>
    public List<BasicBlock> Blocks { get; }

    /// <summary>Returns the block that starts at an instruction.</summary>
    public BasicBlock At(int instruction) => _blockAt[instruction];

    public static FlowGraph Build(MethodContext context)
    {
        var count = context.Code.Instructions.Count;
        if (count == 0)
            throw context.Malformed("the code is empty");
        var leaders = FindLeaders(context);
        var blocks = new List<BasicBlock>();
        for (var start = 0; start < count;)
        {
            var end = start + 1;
            while (end < count && !leaders[end])
                end++;
            blocks.Add(new BasicBlock(start, end) { Index = blocks.Count });
            start = end;
        }
        var graph = new FlowGraph(blocks, count);
        graph.AttachHandlers(context);
        return graph;
    }

    private static bool[] FindLeaders(MethodContext context)
    {
        var instructions = context.Code.Instructions;
        var leaders = new bool[instructions.Count + 1];
        leaders[0] = true;
        for (var i = 0; i < instructions.Count; i++)
        {
            context.Instruction = i;
            var instruction = instructions[i];
            if (JvmTraits.IsBranch(instruction.Opcode))
                MarkTarget(context, leaders, instruction.Operand);
            else if (instruction.Opcode is JvmOpcode.Tableswitch or JvmOpcode.Lookupswitch)
                MarkSwitch(context, leaders, instruction);
            else if (context.IsSynchronized && JvmTraits.IsReturn(instruction.Opcode))
                leaders[i] = true;
            if (JvmTraits.EndsFlow(instruction.Opcode) || JvmTraits.IsBranch(instruction.Opcode))
                leaders[i + 1] = true;
        }
        context.Instruction = -1;
        foreach (var handler in context.Code.Handlers)
            MarkHandler(context, leaders, handler);
        return leaders;
    }

    private static void MarkSwitch(MethodContext context, bool[] leaders, in JvmInstruction instruction)
    {
        if (instruction.Symbol is not SwitchTable table || table.Keys.Count != table.Targets.Count)
            throw context.Malformed("a switch has no table");
        for (var i = 1; i < table.Keys.Count; i++)
        {
            if (table.Keys[i] <= table.Keys[i - 1])
                throw context.Malformed("the keys of a switch do not ascend");
        }
        MarkTarget(context, leaders, table.Default);
        foreach (var target in table.Targets)
            MarkTarget(context, leaders, target);
    }

    private static void MarkHandler(MethodContext context, bool[] leaders, ExceptionHandler handler)
    {
        if (handler.Start < 0 || handler.Start > handler.End || handler.End >= leaders.Length)
            throw context.Malformed("the range of an exception handler is outside the code");
        if (handler.CatchType is not null)
            context.TypeOf(handler.CatchType);
        MarkTarget(context, leaders, handler.Handler);
        leaders[handler.Start] = true;
        leaders[handler.End] = true;
    }

    private static void MarkTarget(MethodContext context, bool[] leaders, int target)
    {
        if (target < 0 || target >= leaders.Length - 1)
            throw context.Malformed("a branch leaves the code");
        leaders[target] = true;
    }

    private void AttachHandlers(MethodContext context)
    {
        if ((long)Blocks.Count * context.Code.Handlers.Count > MaxCoverChecks)
            throw context.Unsupported("there are too many exception handlers");
        var entries = 0;
        BasicBlock? previous = null;
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in Blocks)
        {
            types.Clear();
            var handlers = HandlersOf(block, context.Code.Handlers, types);
            block.Handlers = previous is not null && previous.Handlers.SequenceEqual(handlers) ? previous.Handlers : handlers;
            previous = block;
            entries += handlers.Count;
            if (entries > MaxHandlerEntries)
                throw context.Unsupported("there are too many exception handlers");
        }
    }

    /// <summary>
    /// Returns the handlers that cover a block, in order, without those after a handler for the same type or for everything, which
    /// are unreachable.
    /// </summary>
    private List<BlockHandler> HandlersOf(BasicBlock block, List<ExceptionHandler> table, HashSet<string> types)
    {
        var handlers = new List<BlockHandler>();
        foreach (var handler in table)
        {
            if (handler.Start > block.Start || block.End > handler.End || !types.Add(handler.CatchType ?? ""))
                continue;
            handlers.Add(new BlockHandler(handler.CatchType, At(handler.Handler)));
            if (handler.CatchType is null)
                break;
        }
        return handlers;
    }
}
