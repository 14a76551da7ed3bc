namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// Types of all slots at one instruction. Locals come first, then the operand stack, so that the index of a slot is also the number
/// of its virtual register.
/// </summary>
internal sealed class SlotFrame
{
    private readonly MethodContext context;
    private readonly SlotType[] slots;

    public SlotFrame(MethodContext context, int locals)
    {
        this.context = context;
        Locals = locals;
        slots = new SlotType[locals + context.Code.MaxStack];
        Array.Fill(slots, SlotType.Unusable);
    }

    /// <summary>Number of local variable slots.</summary>
    public int Locals { get; }

    /// <summary>Number of used slots on the operand stack.</summary>
    public int Depth { get; private set; }

    /// <summary>Index after the topmost slot.</summary>
    public int Top => Locals + Depth;

    /// <summary>The type of any slot below <see cref="Top"/>.</summary>
    public SlotType this[int slot] => slots[slot];

    public SlotType[] Save() => slots[..Top];

    public void Load(SlotType[] saved)
    {
        saved.CopyTo(slots, 0);
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
        if (Top == slots.Length)
            throw context.Malformed("the operand stack overflows");
        slots[Top] = type;
        Depth++;
    }

    /// <summary>Pops one slot of any type.</summary>
    public SlotType PopSlot()
    {
        if (Depth == 0)
            throw context.Malformed("the operand stack underflows");
        Depth--;
        return slots[Top];
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
        var type = slots[index];
        if (type.Kind != kind || (type.IsWide && slots[index + 1] != type.High))
            throw Mismatch(kind, type);
        return type;
    }

    /// <summary>Returns the type of a local that must hold a reference, initialised or not.</summary>
    public SlotType GetLocalReference(int index)
    {
        CheckLocal(index, wide: false);
        var type = slots[index];
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
            if (slots[i].Kind == SlotKind.Uninitialized && slots[i] == uninitialized)
                slots[i] = initialized;
        }
    }

    /// <summary>Whether <c>this</c> is uninitialised because the superclass's constructor has not run yet.</summary>
    public bool HoldsUninitializedThis()
    {
        for (var i = 0; i < Top; i++)
        {
            if (slots[i] is { Kind: SlotKind.Uninitialized, Allocation: SlotType.ThisAllocation })
                return true;
        }
        return false;
    }

    /// <summary>Invalidates uninitialised objects of an allocation that runs again.</summary>
    public void Forget(SlotType uninitialized)
    {
        for (var i = 0; i < Top; i++)
        {
            if (slots[i].Kind == SlotKind.Uninitialized && slots[i] == uninitialized)
                slots[i] = SlotType.Unusable;
        }
    }

    private void SetLocalSlot(int index, SlotType type)
    {
        if (slots[index].IsHigh && !type.IsHigh && index > 0)
            slots[index - 1] = SlotType.Unusable;
        if (slots[index].IsWide && index + 1 < Locals)
            slots[index + 1] = SlotType.Unusable;
        slots[index] = type;
    }

    private void CheckLocal(int index, bool wide)
    {
        if (index < 0 || index + (wide ? 1 : 0) >= Locals)
            throw context.Malformed($"local variable {index} does not exist");
    }

    private MalformedInputException Mismatch(SlotKind expected, SlotType found) =>
        context.Malformed($"{expected} was expected and {found.Kind} {found.Descriptor}".TrimEnd() + " was found");
}
