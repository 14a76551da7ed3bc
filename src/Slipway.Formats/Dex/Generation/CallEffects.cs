using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>Applies field and invoke instructions to the types of the slots.</summary>
internal sealed class CallEffects(MethodContext context)
{
    public void Step(SlotFrame frame, in JvmInstruction instruction)
    {
        if (instruction.Symbol is not MemberReference member || !TypeNames.IsValid(member.Owner) || member.Name.Length == 0)
            throw context.Malformed($"{instruction.Opcode} does not name a member");
        if (instruction.Opcode <= JvmOpcode.Putfield)
            StepField(frame, instruction.Opcode, member);
        else
            StepInvoke(frame, instruction.Opcode, member);
    }

    private void StepField(SlotFrame frame, JvmOpcode opcode, MemberReference field)
    {
        if (!MethodDescriptor.IsType(field.Descriptor))
            throw context.Malformed($"'{field.Descriptor}' is not a type of a field");
        if (opcode is JvmOpcode.Putstatic or JvmOpcode.Putfield)
            frame.PopDescriptor(field.Descriptor);
        if (opcode == JvmOpcode.Getfield)
            frame.PopReference();
        if (opcode == JvmOpcode.Putfield)
            PopTarget(frame, field);
        if (opcode is JvmOpcode.Getstatic or JvmOpcode.Getfield)
            frame.Push(SlotType.OfDescriptor(field.Descriptor));
    }

    /// <summary>A constructor may set fields of its own class before it calls the super constructor (JVMS 4.10.1.9, putfield).</summary>
    private void PopTarget(SlotFrame frame, MemberReference field)
    {
        var target = frame.PopSlot();
        var early = target is { Kind: SlotKind.Uninitialized, Allocation: SlotType.ThisAllocation } && field.Owner == context.Owner.Class.Name;
        if (!target.IsReference && !early)
            throw context.Malformed($"a field of {target.Kind} is set");
    }

    private void StepInvoke(SlotFrame frame, JvmOpcode opcode, MemberReference method)
    {
        var shape = context.ShapeOf(method.Descriptor);
        for (var i = shape.Parameters.Count - 1; i >= 0; i--)
            frame.PopDescriptor(shape.Parameters[i]);
        if (method.Name.StartsWith('<'))
            StepConstructor(frame, opcode, method, shape);
        else if (opcode != JvmOpcode.Invokestatic)
            frame.PopReference();
        if (shape.Return != "V")
            frame.Push(SlotType.OfDescriptor(shape.Return));
    }

    private void StepConstructor(SlotFrame frame, JvmOpcode opcode, MemberReference method, MethodDescriptor shape)
    {
        if (opcode != JvmOpcode.Invokespecial || method.Name != "<init>" || shape.Return != "V")
            throw context.Malformed($"'{method.Name}' is called as a method");
        var receiver = frame.PopSlot();
        if (receiver.Kind != SlotKind.Uninitialized)
            throw context.Malformed("a constructor runs on an object that is initialised already");
        var expected = receiver.Allocation == SlotType.ThisAllocation
            ? method.Owner == context.Owner.Class.Name || method.Owner == context.Owner.Class.SuperName
            : context.Owner.TypeOf(method.Owner) == receiver.Descriptor;
        if (!expected)
            throw context.Malformed($"the constructor of '{method.Owner}' runs on '{receiver.Descriptor}'");
        frame.Initialize(receiver);
    }
}
