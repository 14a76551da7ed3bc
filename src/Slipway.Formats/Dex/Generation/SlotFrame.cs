namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// Types of all slots at one instruction. Locals come first, then the operand stack, so that the index of a slot is also the number
/// of its virtual register.
/// </summary>
internal sealed class SlotFrame
{
    private readonly MethodContext _context;
    private readonly SlotType[] _slots;

    public SlotFrame(MethodContext context, int locals)
    {
        _context = context;
        Locals = locals;
        _slots = new SlotType[locals + context.Code.MaxStack];
        Array.Fill(_slots, SlotType.Unusable);
    }

    /// <summary>Number of local variable slots.</summary>
    public int Locals { get; }

    /// <summary>Number of used slots on the operand stack.</summary>
    public int Depth { get; private set; }

    /// <summary>Index after the topmost slot.</summary>
    public int Top => Locals + Depth;

    /// <summary>The type of any slot below <see cref="Top"/>.</summary>
    public SlotType this[int slot] => _slots[slot];

    public SlotType[] Save() => _slots[..Top];

    public void Load(SlotType[] saved)
    {
        saved.CopyTo(_slots, 0);
        Depth = saved.Length - Locals;
    }

    public void Clear() => Depth = 0;

    public void Push(SlotType type)
    {
        PushSlot(type);
        if (type.IsWide)
            PushSlot(type.High);
    }

    /// <summary>Pushes a narrow value or one half of a wide value.</summary>
    public void PushSlot(SlotType type)
    {
        if (Top == _slots.Length)
            throw _context.Malformed("the operand stack overflows");
        _slots[Top] = type;
        Depth++;
    }

    /// <summary>Pops one slot of any type.</summary>
    public SlotType PopSlot()
    {
        if (Depth == 0)
            throw _context.Malformed("the operand stack underflows");
        Depth--;
        return _slots[Top];
    }

    public SlotType Pop(SlotKind kind)
    {
        var type = PopSlot();
        if (kind is SlotKind.Long or SlotKind.Double)
        {
            if (!type.IsHigh)
                throw Mismatch(kind, type);
            type = PopSlot();
        }
        return type.Kind == kind ? type : throw Mismatch(kind, type);
    }

    /// <summary>Pops a reference to an initialised object, or null.</summary>
    public SlotType PopReference()
    {
        var type = PopSlot();
        return type.IsReference ? type : throw Mismatch(SlotKind.Reference, type);
    }

    /// <summary>Pops a value of a field's or parameter's type.</summary>
    public void PopDescriptor(string descriptor)
    {
        var kind = SlotType.OfDescriptor(descriptor).Kind;
        if (kind == SlotKind.Reference)
            PopReference();
        else
            Pop(kind);
    }

    public SlotType GetLocal(int index, SlotKind kind)
    {
        CheckLocal(index, kind is SlotKind.Long or SlotKind.Double);
        var type = _slots[index];
        if (type.Kind != kind || (type.IsWide && _slots[index + 1] != type.High))
            throw Mismatch(kind, type);
        return type;
    }

    /// <summary>Returns the type of a local that must hold a reference, initialised or not.</summary>
    public SlotType GetLocalReference(int index)
    {
        CheckLocal(index, wide: false);
        var type = _slots[index];
        return type.IsReference || type.Kind == SlotKind.Uninitialized ? type : throw Mismatch(SlotKind.Reference, type);
    }

    public void SetLocal(int index, SlotType type)
    {
        CheckLocal(index, type.IsWide);
        SetLocalSlot(index, type);
        if (type.IsWide)
            SetLocalSlot(index + 1, type.High);
    }

    /// <summary>Marks every copy of an object as initialised after its constructor has run.</summary>
    public void Initialize(SlotType uninitialized)
    {
        var initialized = SlotType.Reference(uninitialized.Descriptor);
        for (var i = 0; i < Top; i++)
        {
            if (_slots[i].Kind == SlotKind.Uninitialized && _slots[i] == uninitialized)
                _slots[i] = initialized;
        }
    }

    /// <summary>Whether <c>this</c> is uninitialised because the superclass's constructor has not run yet.</summary>
    public bool HoldsUninitializedThis()
    {
        for (var i = 0; i < Top; i++)
        {
            if (_slots[i] is { Kind: SlotKind.Uninitialized, Allocation: SlotType.ThisAllocation })
                return true;
        }
        return false;
    }

    /// <summary>Invalidates uninitialised objects of an allocation that runs again.</summary>
    public void Forget(SlotType uninitialized)
    {
        for (var i = 0; i < Top; i++)
        {
            if (_slots[i].Kind == SlotKind.Uninitialized && _slots[i] == uninitialized)
                _slots[i] = SlotType.Unusable;
        }
    }

    private void SetLocalSlot(int index, SlotType type)
    {
        if (_slots[index].IsHigh && !type.IsHigh && index > 0)
            _slots[index - 1] = SlotType.Unusable;
        if (_slots[index].IsWide && index + 1 < Locals)
            _slots[index + 1] = SlotType.Unusable;
        _slots[index] = type;
    }

    private void CheckLocal(int index, bool wide)
    {
        if (index < 0 || index + (wide ? 1 : 0) >= Locals)
            throw _context.Malformed($"local variable {index} does not exist");
    }

    private MalformedInputException Mismatch(SlotKind expected, SlotType found) =>
        _context.Malformed($"{expected} was expected and {found.Kind} {found.Descriptor}".TrimEnd() + " was found");
}
