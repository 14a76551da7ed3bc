namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// Maps virtual registers to those of the frame: scratch registers, then used locals and stack slots, then a window for long argument
/// lists, then the incoming arguments, which the format requires at the end. Most methods fit into v0 to v15 and need neither scratch
/// nor window.
/// </summary>
internal sealed class RegisterAssignment
{
    private const int MaxRegisters = 65536;

    /// <summary>Scratch registers for three operands that are pairs.</summary>
    private const int ScratchRegisters = 6;

    private const int HotParameter = 2;

    private readonly RegisterUsage usage;
    private readonly MethodContext context;
    private readonly LoweredMethod method;
    private readonly int[] map;
    private readonly bool[] isMovedParameter;
    private bool isLarge;
    private int window;

    private RegisterAssignment(MethodContext context, LoweredMethod method)
    {
        this.context = context;
        this.method = method;
        usage = RegisterUsage.Of(method);
        map = new int[method.Registers + 1];
        isMovedParameter = new bool[context.ParameterWords];
    }

    public int this[int register] => map[register];

    /// <summary>Registers of the frame.</summary>
    public int Total { get; private set; }

    /// <summary>First register of the window for argument lists.</summary>
    public int Window { get; private set; }

    /// <summary>Parameters that are moved from the registers in which they arrive.</summary>
    public List<Operation> EntryMoves { get; } = [];

    public static RegisterAssignment Make(MethodContext context, LoweredMethod method)
    {
        var assignment = new RegisterAssignment(context, method);
        assignment.KeepWideParametersTogether();
        assignment.MoveParametersThatReachOver();
        do
        {
            assignment.Place();
        }
        while (assignment.Grow());
        assignment.MakeEntryMoves();
        return assignment;
    }

    private int Ins => context.ParameterWords;

    private void KeepWideParametersTogether()
    {
        var slot = context.IsStatic ? 0 : 1;
        foreach (var parameter in context.Shape.Parameters)
        {
            if (parameter is "J" or "D")
                usage.KeepTogether(slot++);
            slot++;
        }
    }

    /// <summary>
    /// Moves the parameters when the last word of a parameter and the following local form a pair, which cannot stay at the end of
    /// the frame.
    /// </summary>
    private void MoveParametersThatReachOver()
    {
        for (var register = Ins - 1; register >= 0 && usage.IsLinkedToNext(register); register--)
            isMovedParameter[register] = true;
    }

    private void Place()
    {
        var next = isLarge ? ScratchRegisters : 0;
        var groups = Groups();
        if (isLarge)
            groups = [.. groups.OrderByDescending(g => Enumerable.Range(g.First, g.Count).Max(usage.Heat))];
        foreach (var (first, count) in groups)
        {
            for (var i = 0; i < count; i++)
                map[first + i] = next++;
        }
        Window = next;
        next += window;
        for (var i = 0; i < Ins; i++)
        {
            if (!isMovedParameter[i])
                map[i] = next + i;
        }
        Total = next + Ins;
        if (Total > MaxRegisters)
            throw context.Unsupported("the method needs more than 65536 registers");
    }

    /// <summary>Returns the registers, except parameters that keep their place, in runs that must stay consecutive.</summary>
    private List<(int First, int Count)> Groups()
    {
        var groups = new List<(int First, int Count)>();
        for (var register = 0; register < map.Length;)
        {
            var first = register++;
            if (!usage.IsUsed(first) || (first < Ins && !isMovedParameter[first]))
                continue;
            while (usage.IsLinkedToNext(register - 1))
                register++;
            groups.Add((first, register - first));
        }
        return groups;
    }

    /// <summary>Requests scratch registers or a wider window when this placement needs them.</summary>
    private bool Grow()
    {
        var needed = window;
        foreach (var block in method.Blocks)
        {
            foreach (var operation in block.Code)
            {
                if (operation.Arguments.Length > needed && !IsShortList(operation.Arguments) && !IsRange(operation.Arguments))
                    needed = operation.Arguments.Length;
            }
        }
        var becomesLarge = !isLarge && Total > RegisterUsage.MaxShortRegister + 1;
        if (becomesLarge)
            MoveHotParameters();
        var grows = becomesLarge || needed > window;
        isLarge |= becomesLarge;
        window = becomesLarge ? 0 : needed;
        return grows;
    }

    private void MoveHotParameters()
    {
        for (var register = Ins - 1; register >= 0; register--)
        {
            var precedesMoved = usage.IsLinkedToNext(register) && register + 1 < Ins && isMovedParameter[register + 1];
            isMovedParameter[register] |= precedesMoved || usage.Heat(register) >= HotParameter;
        }
        for (var register = 0; register + 1 < Ins; register++)
            isMovedParameter[register + 1] |= isMovedParameter[register] && usage.IsLinkedToNext(register);
    }

    /// <summary>Whether a list fits the format that names up to five registers individually.</summary>
    public bool IsShortList(int[] arguments) =>
        arguments.Length <= CopyPropagation.MaxScatteredArguments && Array.TrueForAll(arguments, a => map[a] <= RegisterUsage.MaxShortRegister);

    /// <summary>Whether a list is of consecutive registers.</summary>
    public bool IsRange(int[] arguments)
    {
        for (var i = 1; i < arguments.Length; i++)
        {
            if (map[arguments[i]] != map[arguments[0]] + i)
                return false;
        }
        return true;
    }

    private void MakeEntryMoves()
    {
        var slot = 0;
        if (!context.IsStatic)
            AddEntryMove(slot++, DexOpcode.MoveObject);
        foreach (var parameter in context.Shape.Parameters)
        {
            var kind = SlotType.OfDescriptor(parameter).Kind;
            var move = kind switch
            {
                SlotKind.Int or SlotKind.Float => DexOpcode.Move,
                SlotKind.Reference => DexOpcode.MoveObject,
                _ => DexOpcode.MoveWide,
            };
            AddEntryMove(slot, move);
            slot += move == DexOpcode.MoveWide ? 2 : 1;
        }
    }

    private void AddEntryMove(int slot, DexOpcode opcode)
    {
        var isRead = opcode == DexOpcode.MoveWide ? usage.IsLinkedToNext(slot) : usage.IsUsed(slot);
        if (isMovedParameter[slot] && isRead)
            EntryMoves.Add(new Operation(opcode, map[slot], Total - Ins + slot));
    }
}
