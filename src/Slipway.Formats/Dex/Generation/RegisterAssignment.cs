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

    private readonly RegisterUsage _usage;
    private readonly MethodContext _context;
    private readonly LoweredMethod _method;
    private readonly int[] _map;
    private readonly bool[] _isMovedParameter;
    private bool _isLarge;
    private int _window;

    private RegisterAssignment(MethodContext context, LoweredMethod method)
    {
        _context = context;
        _method = method;
        _usage = RegisterUsage.Of(method);
        _map = new int[method.Registers + 1];
        _isMovedParameter = new bool[context.ParameterWords];
    }

    public int this[int register] => _map[register];

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

    private int Ins => _context.ParameterWords;

    private void KeepWideParametersTogether()
    {
        var slot = _context.IsStatic ? 0 : 1;
        foreach (var parameter in _context.Shape.Parameters)
        {
            if (parameter is "J" or "D")
                _usage.KeepTogether(slot++);
            slot++;
        }
    }

    /// <summary>
    /// Moves the parameters when the last word of a parameter and the following local form a pair, which cannot stay at the end of
    /// the frame.
    /// </summary>
    private void MoveParametersThatReachOver()
    {
        for (var register = Ins - 1; register >= 0 && _usage.IsLinkedToNext(register); register--)
            _isMovedParameter[register] = true;
    }

    private void Place()
    {
        var next = _isLarge ? ScratchRegisters : 0;
        var groups = Groups();
        if (_isLarge)
            groups = [.. groups.OrderByDescending(g => Enumerable.Range(g.First, g.Count).Max(_usage.Heat))];
        foreach (var (first, count) in groups)
        {
            for (var i = 0; i < count; i++)
                _map[first + i] = next++;
        }
        Window = next;
        next += _window;
        for (var i = 0; i < Ins; i++)
        {
            if (!_isMovedParameter[i])
                _map[i] = next + i;
        }
        Total = next + Ins;
        if (Total > MaxRegisters)
            throw _context.Unsupported("the method needs more than 65536 registers");
    }

    /// <summary>Returns the registers, except parameters that keep their place, in runs that must stay consecutive.</summary>
    private List<(int First, int Count)> Groups()
    {
        var groups = new List<(int First, int Count)>();
        for (var register = 0; register < _map.Length;)
        {
            var first = register++;
            if (!_usage.IsUsed(first) || (first < Ins && !_isMovedParameter[first]))
                continue;
            while (_usage.IsLinkedToNext(register - 1))
                register++;
            groups.Add((first, register - first));
        }
        return groups;
    }

    /// <summary>Requests scratch registers or a wider window when this placement needs them.</summary>
    private bool Grow()
    {
        var needed = _window;
        foreach (var block in _method.Blocks)
        {
            foreach (var operation in block.Code)
            {
                if (operation.Arguments.Length > needed && !IsShortList(operation.Arguments) && !IsRange(operation.Arguments))
                    needed = operation.Arguments.Length;
            }
        }
        var becomesLarge = !_isLarge && Total > RegisterUsage.MaxShortRegister + 1;
        if (becomesLarge)
            MoveHotParameters();
        var grows = becomesLarge || needed > _window;
        _isLarge |= becomesLarge;
        _window = becomesLarge ? 0 : needed;
        return grows;
    }

    private void MoveHotParameters()
    {
        for (var register = Ins - 1; register >= 0; register--)
        {
            var precedesMoved = _usage.IsLinkedToNext(register) && register + 1 < Ins && _isMovedParameter[register + 1];
            _isMovedParameter[register] |= precedesMoved || _usage.Heat(register) >= HotParameter;
        }
        for (var register = 0; register + 1 < Ins; register++)
            _isMovedParameter[register + 1] |= _isMovedParameter[register] && _usage.IsLinkedToNext(register);
    }

    /// <summary>Whether a list fits the format that names up to five registers individually.</summary>
    public bool IsShortList(int[] arguments) =>
        arguments.Length <= CopyPropagation.MaxScatteredArguments && Array.TrueForAll(arguments, a => _map[a] <= RegisterUsage.MaxShortRegister);

    /// <summary>Whether a list is of consecutive registers.</summary>
    public bool IsRange(int[] arguments)
    {
        for (var i = 1; i < arguments.Length; i++)
        {
            if (_map[arguments[i]] != _map[arguments[0]] + i)
                return false;
        }
        return true;
    }

    private void MakeEntryMoves()
    {
        var slot = 0;
        if (!_context.IsStatic)
            AddEntryMove(slot++, DexOpcode.MoveObject);
        foreach (var parameter in _context.Shape.Parameters)
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
        var isRead = opcode == DexOpcode.MoveWide ? _usage.IsLinkedToNext(slot) : _usage.IsUsed(slot);
        if (_isMovedParameter[slot] && isRead)
            EntryMoves.Add(new Operation(opcode, _map[slot], Total - Ins + slot));
    }
}
