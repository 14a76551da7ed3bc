using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// Computes the types of all slots at the start of every reachable block: a fixpoint over the flow graph (JVMS 4.10.2.2). Only
/// instructions that can throw lead to a handler.
/// </summary>
internal sealed class FlowAnalysis
{
    /// <summary>Limit on the total of slots compared or stored; only hostile code reaches it.</summary>
    private const long Budget = 100_000_000;

    /// <summary>Limit on the slots stored at the same time.</summary>
    private const long MaxStoredSlots = 16_000_000;

    private readonly MethodContext _context;
    private readonly FlowGraph _graph;
    private readonly SlotFrame _frame;
    private readonly FrameInterpreter _interpreter;
    private readonly PriorityQueue<BasicBlock, int> _work = new();
    private readonly HashSet<BasicBlock> _queued = [];
    private long _spent;
    private long _stored;

    private FlowAnalysis(MethodContext context, FlowGraph graph, SlotFrame frame)
    {
        _context = context;
        _graph = graph;
        _frame = frame;
        _interpreter = new FrameInterpreter(context);
    }

    /// <summary>Sets <see cref="BasicBlock.Entry"/> of every block that can be reached.</summary>
    public static void Run(MethodContext context, FlowGraph graph, SlotFrame frame)
    {
        var analysis = new FlowAnalysis(context, graph, frame);
        analysis.EnterByJump(graph.Blocks[0], FirstFrame(context, frame));
        while (analysis._work.TryDequeue(out var block, out _))
        {
            analysis._queued.Remove(block);
            analysis.Process(block);
        }
        context.Instruction = -1;
    }

    private static SlotType[] FirstFrame(MethodContext context, SlotFrame frame)
    {
        if (context.Code.MaxLocals < context.ParameterWords)
            throw context.Malformed("the local variables do not hold the parameters");
        frame.Clear();
        var slot = 0;
        if (!context.IsStatic)
        {
            var self = context.Owner.TypeOf(context.Owner.Class.Name);
            var isUninitialized = context.IsConstructor && context.Owner.Class.SuperName is not null;
            frame.SetLocal(slot++, isUninitialized ? SlotType.Uninitialized(self, SlotType.ThisAllocation) : SlotType.Reference(self));
        }
        foreach (var parameter in context.Shape.Parameters)
        {
            var type = SlotType.OfDescriptor(parameter);
            frame.SetLocal(slot, type);
            slot += type.IsWide ? 2 : 1;
        }
        return frame.Save();
    }

    private void Process(BasicBlock block)
    {
        _frame.Load(block.Entry!);
        var localsChanged = true;
        for (var i = block.Start; i < block.End; i++)
        {
            var instruction = _context.Code.Instructions[i];
            _context.Instruction = i;
            if (localsChanged && block.Handlers.Count > 0 && CanThrow(instruction))
            {
                EnterHandlers(block);
                localsChanged = false;
            }
            _interpreter.Step(_frame, instruction);
            localsChanged |= instruction.Opcode is (>= JvmOpcode.Istore and <= JvmOpcode.Astore) or JvmOpcode.New or JvmOpcode.Invokespecial;
        }
        EnterSuccessors(block, _context.Code.Instructions[block.End - 1]);
    }

    /// <summary>A return of an array can throw too, because the array may need a cast first.</summary>
    private bool CanThrow(in JvmInstruction instruction) =>
        JvmTraits.CanThrow(instruction) || instruction.Opcode == JvmOpcode.Areturn && _context.Shape.Return[0] == '[';

    private void EnterSuccessors(BasicBlock block, in JvmInstruction last)
    {
        var state = _frame.Save();
        if (JvmTraits.IsBranch(last.Opcode))
            EnterByJump(_graph.At(last.Operand), state);
        if (last.Symbol is SwitchTable table)
        {
            EnterByJump(_graph.At(table.Default), state);
            foreach (var target in table.Targets)
                EnterByJump(_graph.At(target), state);
        }
        if (JvmTraits.EndsFlow(last.Opcode))
            return;
        if (block.End == _context.Code.Instructions.Count)
            throw _context.Malformed("control falls off the end of the code");
        EnterByJump(_graph.At(block.End), state);
    }

    private void EnterByJump(BasicBlock block, SlotType[] state)
    {
        block.HasJumpsIn = true;
        Enter(block, state);
    }

    private void EnterHandlers(BasicBlock block)
    {
        if (_context.Code.MaxStack == 0)
            throw _context.Malformed("the operand stack has no room for a caught exception");
        var state = _frame.Save().AsSpan(0, _frame.Locals);
        foreach (var handler in block.Handlers)
        {
            var caught = SlotType.Reference(_context.Owner.TypeOf(handler.CatchType ?? "java/lang/Throwable"));
            Enter(handler.Target, [.. state, caught]);
        }
    }

    private void Enter(BasicBlock block, SlotType[] state)
    {
        _spent += state.Length + 1;
        if (block.Entry is null)
        {
            _stored += state.Length;
            block.Entry = state;
        }
        else if (!Merge(block, state))
        {
            return;
        }
        if (_spent > Budget || _stored > MaxStoredSlots)
            throw _context.Unsupported("the method is too complex");
        if (_queued.Add(block))
            _work.Enqueue(block, block.Index);
    }

    /// <summary>Joins into a copy, because the entries of several blocks may share the array.</summary>
    private bool Merge(BasicBlock block, SlotType[] state)
    {
        var entry = block.Entry!;
        if (entry.Length != state.Length)
            throw _context.Malformed("paths with different depths of the operand stack meet");
        SlotType[]? merged = null;
        for (var i = 0; i < state.Length; i++)
        {
            var join = SlotType.Join(entry[i], state[i]);
            if (ReferenceEquals(join, entry[i]) || join == entry[i])
                continue;
            merged ??= [.. entry];
            merged[i] = join;
        }
        block.Entry = merged ?? entry;
        return merged is not null;
    }
}
