using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>Appends operations to the current block and holds the types of the slots before the current instruction.</summary>
internal sealed class BlockBuilder(MethodContext context, FlowGraph graph, SlotFrame frame)
{
    /// <summary>API level 29 (Android 10); on earlier levels, a new String had to be passed directly to its constructor.</summary>
    private const int FirstSdkWithFreeStringAllocation = 29;

    public MethodContext Context { get; } = context;

    public FlowGraph Graph { get; } = graph;

    public SlotFrame Frame { get; } = frame;

    public BasicBlock Block { get; set; } = graph.Blocks[0];

    public int Line { get; set; }

    /// <summary>Returns the register of the slot <paramref name="depth"/> below the top; 0 is the first free slot above it.</summary>
    public int Slot(int depth) => Frame.Top - depth;

    public Operation Emit(DexOpcode opcode, int a = 0, int b = 0, int c = 0) => Emit(new Operation(opcode, a, b, c));

    public Operation Emit(Operation operation)
    {
        operation.Line = Line;
        Block.Code.Add(operation);
        return operation;
    }

    public void EmitConst(int register, int value) => Emit(DexOpcode.Const, register).Literal = value;

    /// <summary>Emits a move of a value whose first slot has <paramref name="type"/>; nothing for the second slot of a wide value.</summary>
    public void EmitMove(int to, int from, SlotType type)
    {
        if (IsDeferred(type))
            return;
        switch (type.Kind)
        {
            case SlotKind.Int or SlotKind.Float:
                Emit(DexOpcode.Move, to, from);
                break;
            case SlotKind.Long or SlotKind.Double:
                Emit(DexOpcode.MoveWide, to, from);
                break;
            case SlotKind.Null or SlotKind.Reference or SlotKind.Uninitialized:
                Emit(DexOpcode.MoveObject, to, from);
                break;
        }
    }

    /// <summary>
    /// Emits a cast to the required array type when the register may hold arrays of different types. The JVM accepts an array of
    /// interfaces there; every ART joins such arrays to Object[] and refuses the code (r8, issue b/69826014).
    /// </summary>
    public void EmitCastOfJoinedArray(int register, string wanted)
    {
        if (wanted[0] == '[' && Frame[register] is { IsReference: true, Descriptor: var held } && IsArrayOfObjects(held) && held != wanted)
            Emit(DexOpcode.CheckCast, register).Reference = wanted;
    }

    private static bool IsArrayOfObjects(string descriptor) =>
        descriptor.StartsWith('[') && descriptor.AsSpan().TrimStart('[') is SlotType.ObjectDescriptor;

    /// <summary>
    /// Whether the object is allocated only right before its constructor runs. ART before Android 10 mishandles a new String that was
    /// copied or joined before that. Late allocation is not observable, because String is always initialised.
    /// </summary>
    public bool IsDeferred(SlotType type) =>
        type is { Kind: SlotKind.Uninitialized, Allocation: >= 0, Descriptor: "Ljava/lang/String;" }
        && Context.Owner.Options.MinSdk < FirstSdkWithFreeStringAllocation;

    public static T Symbol<T>(in JvmInstruction instruction)
        where T : class => (T)instruction.Symbol!;
}
