namespace Slipway.Formats.Dex.Verification;

/// <summary>Rules for calls: arguments, receiver and constructors.</summary>
internal static class InvokeRules
{
    public static void Invoke(InstructionFrame frame)
    {
        var ins = frame.Instruction;
        var isRange = ins.Opcode >= DexOpcode.InvokeVirtualRange;
        var kind = (InvokeKind)(ins.Opcode - (isRange ? DexOpcode.InvokeVirtualRange : DexOpcode.InvokeVirtual));
        if (ins.Reference is not DexMethodReference method || DexMethodDescriptor.Parse(method.Descriptor) is not { } shape || !DexMethodDescriptor.IsType(method.Owner))
        {
            frame.Error("the operand is not a method");
            return;
        }

        var words = Words(ins, isRange);
        var receiver = kind == InvokeKind.Static ? 0 : 1;
        if (words.Length != shape.Words + receiver)
        {
            frame.Error($"{method.Name}{method.Descriptor} is called with {words.Length} argument words instead of {shape.Words + receiver}");
            return;
        }

        var target = frame.Hierarchy.FindMethod(method.Owner, method.Name, method.Descriptor);
        CallTargetRules.Check(frame, kind, method, target);
        Arguments(frame, shape, words.AsSpan(receiver));
        if (kind != InvokeKind.Static)
            Receiver(frame, kind, method, target, words[0]);
    }

    /// <summary>Returns the registers of the arguments, one for each word.</summary>
    public static int[] Words(DexInstruction ins, bool isRange) =>
        isRange ? [.. Enumerable.Range(ins.A, ins.Arguments.Length)] : ins.Arguments;

    private static void Arguments(InstructionFrame frame, DexMethodDescriptor shape, ReadOnlySpan<int> words)
    {
        var at = 0;
        foreach (var parameter in shape.Parameters)
        {
            var width = DexMethodDescriptor.WordsOf(parameter);
            if (width == 2 && words[at + 1] != words[at] + 1)
                frame.Error($"the pair v{words[at]}, v{words[at + 1]} of a {parameter} argument is not adjacent");

            frame.ExpectValue(words[at], parameter);
            at += width;
        }
    }

    private static void Receiver(InstructionFrame frame, InvokeKind kind, DexMethodReference method, DexMethod? target, int register)
    {
        if (method.Name == "<init>")
        {
            Construct(frame, method, register);
            return;
        }

        if (kind == InvokeKind.Super)
            frame.ExpectAssignable(register, frame.Scope.Owner.Type);
        else
            frame.ExpectAssignable(register, target?.Reference.Owner ?? method.Owner);
    }

    private static void Construct(InstructionFrame frame, DexMethodReference method, int register)
    {
        var held = frame.Get(register);
        var owner = frame.Scope.Owner;
        if (held.Has(RegisterUses.NewInstance))
        {
            if (held.Descriptor != method.Owner)
                frame.Error($"a constructor of {method.Owner} is called on {held}");

            frame.Line.Replace(held, RegisterType.Reference(held.Descriptor));
        }
        else if (held.Has(RegisterUses.UninitialisedThis))
        {
            if (method.Owner != owner.Type && method.Owner != owner.Super)
                frame.Error($"a constructor of {method.Owner} is called on this, which extends {owner.Super}");

            frame.Line.Replace(held, RegisterType.Reference(owner.Type));
            frame.Line.ThisInitialised = true;
        }
        else
        {
            frame.Error($"a constructor is called on v{register}, which holds {held}");
        }
    }
}

/// <summary>The kinds of invoke, in the order of their opcodes.</summary>
internal enum InvokeKind
{
    Virtual,
    Super,
    Direct,
    Static,
    Interface,
}
