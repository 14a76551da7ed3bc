namespace Slipway.Formats.Dex.Verification;

/// <summary>Rules for reads and writes of fields.</summary>
internal static class FieldRules
{
    public static void Get(InstructionFrame frame)
    {
        var isStatic = frame.Instruction.Opcode >= DexOpcode.Sget;
        var kind = AccessKinds.Of(frame.Instruction.Opcode, isStatic ? DexOpcode.Sget : DexOpcode.Iget);
        var field = Operand(frame, kind, isStatic);
        if (field is null)
            AccessKinds.SetUnknown(frame, frame.Instruction.A, kind);
        else
            frame.SetValue(frame.Instruction.A, field.Type);
    }

    public static void Put(InstructionFrame frame)
    {
        var isStatic = frame.Instruction.Opcode >= DexOpcode.Sput;
        var kind = AccessKinds.Of(frame.Instruction.Opcode, isStatic ? DexOpcode.Sput : DexOpcode.Iput);
        var field = Operand(frame, kind, isStatic);
        if (kind != AccessKind.Object)
            AccessKinds.ExpectStorable(frame, frame.Instruction.A, kind, field?.Type);
        else if (field is null)
            frame.ExpectReference(frame.Instruction.A);
        else
            frame.ExpectAssignable(frame.Instruction.A, field.Type);

        if (field is not null && frame.Hierarchy.FindField(field.Owner, field.Name, field.Type) is { } target
            && (target.Access & DexAccessFlags.Final) != 0)
        {
            CheckFinal(frame, target, isStatic);
        }
    }

    private static DexFieldReference? Operand(InstructionFrame frame, AccessKind kind, bool isStatic)
    {
        if (frame.Instruction.Reference is not DexFieldReference field || !DexMethodDescriptor.IsType(field.Type) || field.Type == "V")
        {
            frame.Error("the operand is not a field");
            return null;
        }

        if (!AccessKinds.Fits(kind, field.Type))
        {
            frame.Error($"{DexOpcodeTable.Name(frame.Instruction.Opcode)} on a field of type {field.Type}");
            return null;
        }

        var target = frame.Hierarchy.FindField(field.Owner, field.Name, field.Type);
        if (target is not null && ((target.Access & DexAccessFlags.Static) != 0) != isStatic)
            frame.LinkageError($"{field.Owner}->{field.Name} is {(isStatic ? "not " : "")}static");
        else if (target is not null && !MemberAccess.Allows(frame.Scope.Owner.Type, target.Reference.Owner, target.Access))
            frame.LinkageError($"{target.Reference.Owner}->{field.Name} is not accessible from here");

        if (!isStatic)
            ExpectHolder(frame, field, target);

        return field;
    }

    /// <summary>Checks that a constructor accesses only fields of its own class before the superclass's constructor has run.</summary>
    private static void ExpectHolder(InstructionFrame frame, DexFieldReference field, DexField? target)
    {
        var register = frame.Instruction.B;
        var isEarly = frame.Get(register).Has(RegisterUses.UninitialisedThis);
        if (!isEarly)
            frame.ExpectAssignable(register, field.Owner);
        else if ((target?.Reference.Owner ?? field.Owner) != frame.Scope.Owner.Type)
            frame.Error($"{field.Owner}->{field.Name} is accessed before a constructor of the superclass was called");
    }

    private static void CheckFinal(InstructionFrame frame, DexField target, bool isStatic)
    {
        if (target.Reference.Owner != frame.Scope.Owner.Type)
            frame.LinkageError($"a write to the final field {target.Reference.Owner}->{target.Reference.Name} of another class");
        else if (frame.Scope.Name != (isStatic ? "<clinit>" : "<init>"))
            frame.LinkageError($"a write to the final field {target.Reference.Name} outside of {(isStatic ? "<clinit>" : "<init>")}");
    }
}
