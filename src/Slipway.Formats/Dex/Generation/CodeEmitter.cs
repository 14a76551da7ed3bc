namespace Slipway.Formats.Dex.Generation;

/// <summary>Lays the blocks of a method out as one sequence of instructions with labels and covered ranges.</summary>
internal sealed class CodeEmitter
{
    private readonly MethodContext context;
    private readonly LoweredMethod method;
    private readonly InstructionSink sink = new();
    private readonly OperationFitter fitter;
    private readonly List<DexTry> tries = [];
    private readonly HashSet<BasicBlock> labelled = [];
    private readonly Dictionary<BasicBlock, BasicBlock> resolved = [];
    private IReadOnlyList<BlockHandler> open = [];
    private DexLabel openStart = new();

    private CodeEmitter(MethodContext context, LoweredMethod method, RegisterAssignment registers)
    {
        this.context = context;
        this.method = method;
        fitter = new OperationFitter(registers, sink);
    }

    public static DexCode Run(MethodContext context, LoweredMethod method, RegisterAssignment registers)
    {
        var emitter = new CodeEmitter(context, method, registers);
        emitter.EmitEntry(registers);
        emitter.EmitBlocks();
        InstanceOfAfterMove.Avoid(emitter.sink.Instructions, context.Owner.Options.MinSdk);
        var code = new DexCode { Registers = registers.Total, Ins = context.ParameterWords, Outs = emitter.fitter.Outs };
        code.Instructions.AddRange(emitter.sink.Instructions);
        code.Tries.AddRange(emitter.tries);
        return code;
    }

    private void EmitEntry(RegisterAssignment registers)
    {
        foreach (var move in registers.EntryMoves)
            fitter.EmitMove(move.Traits.A, move.A, move.B);
    }

    private void EmitBlocks()
    {
        var layout = method.Blocks.FindAll(b => Resolve(b) == b);
        FindTargets(layout);
        if (layout[0] != Resolve(method.Blocks[0]))
            EmitGoto(Resolve(method.Blocks[0]));
        for (var i = 0; i < layout.Count; i++)
        {
            SwitchHandlers(layout[i].Handlers);
            EmitBlock(layout[i], i + 1 < layout.Count ? layout[i + 1] : null);
        }
        SwitchHandlers([]);
    }

    /// <summary>Follows empty blocks to the first block with operations; a loop of empty blocks resolves to one of them.</summary>
    private BasicBlock Resolve(BasicBlock block)
    {
        if (block.Code.Count > 0 || block.Next is null)
            return block;
        if (resolved.TryGetValue(block, out var known))
            return known;
        var visited = new HashSet<BasicBlock>();
        while (block.Code.Count == 0 && block.Next is not null && !resolved.ContainsKey(block) && visited.Add(block))
            block = block.Next;
        var end = resolved.GetValueOrDefault(block) ?? block;
        foreach (var passed in visited)
            resolved[passed] = end;
        return end;
    }

    private void FindTargets(List<BasicBlock> layout)
    {
        foreach (var block in layout)
        {
            labelled.UnionWith(block.BranchTargets.Select(Resolve));
            labelled.UnionWith(block.Handlers.Select(h => Resolve(h.Target)));
        }
        for (var i = 0; i < layout.Count; i++)
        {
            if (layout[i].Next is { } next && (i + 1 == layout.Count || Resolve(next) != layout[i + 1]))
                labelled.Add(Resolve(next));
        }
        labelled.Add(Resolve(method.Blocks[0]));
    }

    private void SwitchHandlers(IReadOnlyList<BlockHandler> handlers)
    {
        if (ReferenceEquals(handlers, open) || handlers.SequenceEqual(open))
            return;
        if (open.Count > 0)
        {
            var end = new DexLabel();
            sink.Place(end);
            tries.Add(new DexTry(openStart, end, [.. open.Select(h => new DexCatch(h.CatchType is null ? null : context.Owner.TypeOf(h.CatchType), Resolve(h.Target).Label))]));
        }
        open = handlers;
        openStart = new DexLabel();
        if (handlers.Count > 0)
            sink.Place(openStart);
    }

    private void EmitBlock(BasicBlock block, BasicBlock? following)
    {
        if (labelled.Contains(block))
            sink.Place(block.Label);
        var start = sink.Instructions.Count;
        foreach (var operation in block.Code)
        {
            if (operation.Target is { } target)
                AvoidBranchToItself(Resolve(target), block, start);
            var instruction = fitter.Emit(operation);
            if (operation.Target is not null)
                instruction.Operand = Resolve(operation.Target).Label;
            if (operation.Switch is { } table)
                instruction.Operand = new DexSwitch(table.Keys, [.. table.Blocks.Select(b => Resolve(b).Label)]);
        }
        if (block.Next is null || Resolve(block.Next) == following)
            return;
        AvoidBranchToItself(Resolve(block.Next), block, start);
        EmitGoto(Resolve(block.Next));
    }

    /// <summary>Avoids branches with offset zero, which only goto/32 may have (dalvik constraints, A.15).</summary>
    private void AvoidBranchToItself(BasicBlock target, BasicBlock block, int start)
    {
        if (target == block && sink.Instructions.Count == start)
            sink.Add(new DexInstruction { Opcode = DexOpcode.Nop });
    }

    private void EmitGoto(BasicBlock target) => sink.Add(new DexInstruction { Opcode = DexOpcode.Goto, Operand = target.Label });
}

/// <summary>Collects instructions and sets the source line of each instruction that starts one.</summary>
internal sealed class InstructionSink
{
    private int lastLine;

    public List<DexInstruction> Instructions { get; } = [];

    /// <summary>Source line of the next instruction; 0 when unknown.</summary>
    public int Line { get; set; }

    public DexInstruction Add(DexInstruction instruction)
    {
        if (Line != lastLine && Line > 0)
        {
            instruction.Line = Line;
            lastLine = Line;
        }
        Instructions.Add(instruction);
        return instruction;
    }

    public void Place(DexLabel label) => Instructions.Add(new DexInstruction { Opcode = DexOpcode.Label, Operand = label });
}
