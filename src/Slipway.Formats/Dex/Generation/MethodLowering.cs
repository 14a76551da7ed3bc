using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>Translates the reachable blocks of a method to DEX operations.</summary>
internal sealed class MethodLowering
{
    /// <summary>Registers above the operand stack that a single instruction may use as scratch (dup2_x2 of narrow values).</summary>
    private const int ScratchAboveStack = 3;

    private readonly MethodContext _context;
    private readonly FlowGraph _graph;
    private readonly SlotFrame _frame;
    private readonly BlockBuilder _builder;
    private readonly InstructionLowering _instructions;
    private readonly LineTable _lines;

    private MethodLowering(MethodContext context, FlowGraph graph, SlotFrame frame)
    {
        _context = context;
        _graph = graph;
        _frame = frame;
        _builder = new BlockBuilder(context, graph, frame);
        _instructions = new InstructionLowering(_builder);
        _lines = new LineTable(context.Code);
    }

    /// <summary>Translates and returns the blocks in the order in which they are laid out; the first is the entry.</summary>
    public static LoweredMethod Run(MethodContext context, FlowGraph graph, SlotFrame frame)
    {
        var lowering = new MethodLowering(context, graph, frame);
        var firstTemporary = frame.Locals + context.Code.MaxStack + ScratchAboveStack;
        var firstFree = firstTemporary;
        if (context.IsSynchronized)
            lowering._instructions.Lock = firstFree++;
        var blocks = lowering.LowerBlocks();
        if (lowering._instructions.Lock is { } held)
            SynchronizedBody.Wrap(context, blocks, held, firstFree++);
        ExceptionLanding.Insert(context, blocks, frame.Locals);
        return new LoweredMethod(blocks, frame.Locals..firstTemporary, firstFree);
    }

    private List<BasicBlock> LowerBlocks()
    {
        var interpreter = new FrameInterpreter(_context);
        var reachable = _graph.Blocks.FindAll(b => b.Entry is not null);
        foreach (var block in reachable)
        {
            _frame.Load(block.Entry!);
            _builder.Block = block;
            for (var i = block.Start; i < block.End;)
            {
                _context.Instruction = i;
                _builder.Line = _lines.At(i);
                var consumed = _instructions.Lower(i);
                interpreter.Step(_frame, _context.Code.Instructions[i]);
                i += consumed;
            }
            if (!JvmTraits.EndsFlow(_context.Code.Instructions[block.End - 1].Opcode))
                block.Next = _graph.At(block.End);
        }
        _context.Instruction = -1;
        return reachable;
    }
}

/// <summary>A method as DEX operations on virtual registers.</summary>
/// <param name="Blocks">Blocks in layout order; the first is the entry.</param>
/// <param name="Stack">Virtual registers of the operand stack; locals come before them, temporaries of the whole method after them.</param>
/// <param name="Registers">Number of virtual registers.</param>
internal sealed record LoweredMethod(List<BasicBlock> Blocks, Range Stack, int Registers)
{
    /// <summary>Allocates virtual registers and returns the first.</summary>
    public int Registers { get; private set; } = Registers;

    public int NewRegister() => Registers++;
}

/// <summary>The source line of every instruction.</summary>
internal sealed class LineTable
{
    private readonly int[] _lines;

    public LineTable(MethodCode code)
    {
        _lines = new int[code.Instructions.Count];
        for (var i = 0; i < code.Lines.Count; i++)
        {
            var end = i + 1 < code.Lines.Count ? code.Lines[i + 1].Instruction : _lines.Length;
            for (var at = Math.Max(0, code.Lines[i].Instruction); at < Math.Min(end, _lines.Length); at++)
                _lines[at] = code.Lines[i].Line;
        }
    }

    public int At(int instruction) => _lines[instruction];
}
