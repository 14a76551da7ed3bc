namespace Slipway.Formats.Dex.Generation;

/// <summary>Lays the blocks of a method out as one sequence of instructions with labels and covered ranges.</summary>
internal sealed class CodeEmitter
{
    private readonly MethodContext _context;
    private readonly LoweredMethod _method;
    private readonly InstructionSink _sink = new();
    private readonly OperationFitter _fitter;
    private readonly List<DexTry> _tries = [];
    private readonly HashSet<BasicBlock> _labelled = [];
    private readonly Dictionary<BasicBlock, BasicBlock> _resolved = [];
    private IReadOnlyList<BlockHandler> _open = [];
    private DexLabel _openStart = new();

    private CodeEmitter(MethodContext context, LoweredMethod method, RegisterAssignment registers)
    {
        _context = context;
        _method = method;
        _fitter = new OperationFitter(registers, _sink);
    }

    public static DexCode Run(MethodContext context, LoweredMethod method, RegisterAssignment registers)
    {
        var emitter = new CodeEmitter(context, method, registers);
        emitter.EmitEntry(registers);
        emitter.EmitBlocks();
        InstanceOfAfterMove.Avoid(emitter._sink.Instructions, context.Owner.Options.MinSdk);
        var code = new DexCode { Registers = registers.Total, Ins = context.ParameterWords, Outs = emitter._fitter.Outs };
        code.Instructions.AddRange(emitter._sink.Instructions);
        code.Tries.AddRange(emitter._tries);
        return code;
    }

    private void EmitEntry(RegisterAssignment registers)
    {
        foreach (var move in registers.EntryMoves)
            _fitter.EmitMove(move.Traits.A, move.A, move.B);
    }

    private void EmitBlocks()
    {
        var layout = _method.Blocks.FindAll(b => Resolve(b) == b);
        FindTargets(layout);
        if (layout[0] != Resolve(_method.Blocks[0]))
            EmitGoto(Resolve(_method.Blocks[0]));
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
        if (_resolved.TryGetValue(block, out var known))
            return known;
        var visited = new HashSet<BasicBlock>();
        while (block.Code.Count == 0 && block.Next is not null && !_resolved.ContainsKey(block) && visited.Add(block))
            block = block.Next;
        var end = _resolved.GetValueOrDefault(block) ?? block;
        foreach (var passed in visited)
            _resolved[passed] = end;
        return end;
    }

    private void FindTargets(List<BasicBlock> layout)
    {
        foreach (var block in layout)
        {
            _labelled.UnionWith(block.BranchTargets.Select(Resolve));
            _labelled.UnionWith(block.Handlers.Select(h => Resolve(h.Target)));
        }
        for (var i = 0; i < layout.Count; i++)
        {
            if (layout[i].Next is { } next && (i + 1 == layout.Count || Resolve(next) != layout[i + 1]))
                _labelled.Add(Resolve(next));
        }
        _labelled.Add(Resolve(_method.Blocks[0]));
    }

    private void SwitchHandlers(IReadOnlyList<BlockHandler> handlers)
    {
        if (ReferenceEquals(handlers, _open) || handlers.SequenceEqual(_open))
            return;
        if (_open.Count > 0)
        {
            var end = new DexLabel();
            _sink.Place(end);
            _tries.Add(new DexTry(_openStart, end, [.. _open.Select(h => new DexCatch(h.CatchType is null ? null : _context.Owner.TypeOf(h.CatchType), Resolve(h.Target).Label))]));
        }
        _open = handlers;
        _openStart = new DexLabel();
        if (handlers.Count > 0)
            _sink.Place(_openStart);
    }

    private void EmitBlock(BasicBlock block, BasicBlock? following)
    {
        if (_labelled.Contains(block))
            _sink.Place(block.Label);
        var start = _sink.Instructions.Count;
        foreach (var operation in block.Code)
        {
            if (operation.Target is { } target)
                AvoidBranchToItself(Resolve(target), block, start);
            var instruction = _fitter.Emit(operation);
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
        if (target == block && _sink.Instructions.Count == start)
            _sink.Add(new DexInstruction { Opcode = DexOpcode.Nop });
    }

    private void EmitGoto(BasicBlock target) => _sink.Add(new DexInstruction { Opcode = DexOpcode.Goto, Operand = target.Label });
}

/// <summary>Collects instructions and sets the source line of each instruction that starts one.</summary>
internal sealed class InstructionSink
{
    private int _lastLine;

    public List<DexInstruction> Instructions { get; } = [];

    /// <summary>Source line of the next instruction; 0 when unknown.</summary>
    public int Line { get; set; }

    public DexInstruction Add(DexInstruction instruction)
    {
        if (Line != _lastLine && Line > 0)
        {
            instruction.Line = Line;
            _lastLine = Line;
        }
        Instructions.Add(instruction);
        return instruction;
    }

    public void Place(DexLabel label) => Instructions.Add(new DexInstruction { Opcode = DexOpcode.Label, Operand = label });
}
