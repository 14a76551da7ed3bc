namespace Slipway.Formats.Dex.Verification;

/// <summary>Rules for new objects, casts, monitors and throw.</summary>
internal static class ObjectRules
{
    public static void NewInstance(InstructionFrame frame)
    {
        var ins = frame.Instruction;
        var type = frame.TypeOperand();
        if (type is not null && type[0] != 'L')
            frame.Error($"new-instance of {type}, which is not a class");

        if (type is not null && frame.Hierarchy.Find(type)?.Definition is { } definition
            && (definition.Access & (DexAccessFlags.Abstract | DexAccessFlags.Interface)) != 0)
        {
            frame.LinkageError($"new-instance of {type}, which is abstract");
        }

        var made = new RegisterType(RegisterUses.NewInstance, type, frame.Position);
        frame.Line.Replace(made, RegisterType.Conflict);
        frame.Set(ins.A, made);
    }

    public static void CheckCast(InstructionFrame frame)
    {
        frame.ExpectReference(frame.Instruction.A);
        if (ReferenceOperand(frame) is { } type)
            frame.Set(frame.Instruction.A, RegisterType.Reference(type));
    }

    public static void InstanceOf(InstructionFrame frame)
    {
        frame.ExpectReference(frame.Instruction.B);
        ReferenceOperand(frame);
        frame.Set(frame.Instruction.A, RegisterType.Of("Z"));
    }

    public static void MonitorEnter(InstructionFrame frame)
    {
        frame.ExpectReference(frame.Instruction.A);
        frame.Line.Monitors++;
    }

    public static void MonitorExit(InstructionFrame frame)
    {
        frame.ExpectReference(frame.Instruction.A);
        if (frame.Line.Monitors == 0)
            frame.Warn("monitor-exit without a monitor held");
        else
            frame.Line.Monitors--;
    }

    public static void Throw(InstructionFrame frame) => frame.ExpectAssignable(frame.Instruction.A, KnownTypes.Throwable);

    private static string? ReferenceOperand(InstructionFrame frame)
    {
        var type = frame.TypeOperand();
        if (type is null || type[0] is 'L' or '[')
            return type;

        frame.Error($"a cast or check to {type}, which is not a reference type");
        return null;
    }
}
