using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// Applies one instruction to the types of the slots (JVMS 4.10.2). StackMapTable is not used, because old class files have none. All
/// assumptions of the translation are checked here, so that hostile code is refused before it is translated.
/// </summary>
internal sealed class FrameInterpreter(MethodContext context)
{
    private static readonly string?[] NewArrayDescriptors = [null, null, null, null, "[Z", "[C", "[F", "[D", "[B", "[S", "[I", "[J"];

    private readonly CallEffects _calls = new(context);

    /// <summary>Returns the array type that newarray creates (JVMS table 6.5.newarray-A); null for an unknown code.</summary>
    public static string? NewArrayDescriptor(int code) => code >= 0 && code < NewArrayDescriptors.Length ? NewArrayDescriptors[code] : null;

    public void Step(SlotFrame frame, in JvmInstruction instruction)
    {
        if (SimpleEffects.Of(instruction.Opcode) is { } effect)
            effect.Apply(frame, context);
        else if (StackShuffle.Of(instruction.Opcode) is { } shuffle)
            shuffle.Apply(frame, context);
        else
            StepOther(frame, instruction);
    }

    private void StepOther(SlotFrame frame, in JvmInstruction instruction)
    {
        switch (instruction.Opcode)
        {
            case >= JvmOpcode.Iload and <= JvmOpcode.Aload:
                Load(frame, instruction);
                break;
            case >= JvmOpcode.Istore and <= JvmOpcode.Astore:
                Store(frame, instruction);
                break;
            case JvmOpcode.Iinc:
                frame.GetLocal(instruction.Operand, SlotKind.Int);
                break;
            case JvmOpcode.AconstNull:
                frame.Push(SlotType.Null);
                break;
            case JvmOpcode.Ldc:
                frame.Push(ConstantType(instruction.Symbol));
                break;
            case JvmOpcode.Pop or JvmOpcode.Pop2:
                Discard(frame, instruction.Opcode);
                break;
            case >= JvmOpcode.Ireturn and <= JvmOpcode.Return:
                Return(frame, instruction.Opcode);
                break;
            case >= JvmOpcode.Getstatic and <= JvmOpcode.Invokeinterface:
                _calls.Step(frame, instruction);
                break;
            case JvmOpcode.Jsr or JvmOpcode.Ret:
                throw context.Unsupported("subroutines (jsr and ret), which compilers wrote before Java 6, are not supported", DexDiagnosticKind.Subroutine);
            case JvmOpcode.Invokedynamic:
                throw context.Unsupported("a call site computed at run time (invokedynamic) was left over");
            default:
                StepReference(frame, instruction);
                break;
        }
    }

    private void StepReference(SlotFrame frame, in JvmInstruction instruction)
    {
        switch (instruction.Opcode)
        {
            case JvmOpcode.New:
                var created = SlotType.Uninitialized(context.TypeOf(Symbol<string>(instruction)), context.Instruction);
                frame.Forget(created);
                frame.Push(created);
                break;
            case JvmOpcode.Newarray:
                frame.Pop(SlotKind.Int);
                frame.Push(SlotType.Reference(NewArrayDescriptor(instruction.Operand) ?? throw context.Malformed("newarray has an unknown element type")));
                break;
            case JvmOpcode.Anewarray:
                frame.Pop(SlotKind.Int);
                frame.Push(SlotType.Reference(context.TypeOf('[' + context.TypeOf(Symbol<string>(instruction)))));
                break;
            case JvmOpcode.Multianewarray:
                MultiNewArray(frame, instruction);
                break;
            case JvmOpcode.Arraylength:
                ArrayLength(frame);
                break;
            case JvmOpcode.Aaload:
                frame.Pop(SlotKind.Int);
                frame.Push(ElementType(frame.PopReference()));
                break;
            case JvmOpcode.Aastore:
                frame.PopReference();
                frame.Pop(SlotKind.Int);
                ElementType(frame.PopReference());
                break;
            case JvmOpcode.Checkcast:
                frame.PopReference();
                frame.Push(SlotType.Reference(context.TypeOf(Symbol<string>(instruction))));
                break;
            case JvmOpcode.Instanceof:
                context.TypeOf(Symbol<string>(instruction));
                frame.PopReference();
                frame.Push(SlotType.Int);
                break;
            default:
                throw context.Malformed($"opcode {(int)instruction.Opcode} is unknown");
        }
    }

    private static void Load(SlotFrame frame, in JvmInstruction instruction) => frame.Push(instruction.Opcode switch
    {
        JvmOpcode.Iload => frame.GetLocal(instruction.Operand, SlotKind.Int),
        JvmOpcode.Lload => frame.GetLocal(instruction.Operand, SlotKind.Long),
        JvmOpcode.Fload => frame.GetLocal(instruction.Operand, SlotKind.Float),
        JvmOpcode.Dload => frame.GetLocal(instruction.Operand, SlotKind.Double),
        _ => frame.GetLocalReference(instruction.Operand),
    });

    private void Store(SlotFrame frame, in JvmInstruction instruction) => frame.SetLocal(instruction.Operand, instruction.Opcode switch
    {
        JvmOpcode.Istore => frame.Pop(SlotKind.Int),
        JvmOpcode.Lstore => frame.Pop(SlotKind.Long),
        JvmOpcode.Fstore => frame.Pop(SlotKind.Float),
        JvmOpcode.Dstore => frame.Pop(SlotKind.Double),
        _ => PopAnyReference(frame),
    });

    private SlotType PopAnyReference(SlotFrame frame)
    {
        var type = frame.PopSlot();
        return type.IsReference || type.Kind == SlotKind.Uninitialized ? type : throw context.Malformed($"{type.Kind} is stored as a reference");
    }

    private SlotType ConstantType(object? constant) => constant switch
    {
        int => SlotType.Int,
        float => SlotType.Float,
        long => SlotType.Long,
        double => SlotType.Double,
        string => SlotType.Reference("Ljava/lang/String;"),
        ClassConstant type when context.TypeOf(type.Name).Length > 0 => SlotType.Reference("Ljava/lang/Class;"),
        MethodTypeConstant or MethodHandleConstant or DynamicConstant => throw context.Unsupported("a method type, method handle or computed constant was left over"),
        _ => throw context.Malformed("ldc has no constant"),
    };

    private void Discard(SlotFrame frame, JvmOpcode opcode)
    {
        var top = frame.PopSlot();
        if (opcode == JvmOpcode.Pop && top.IsHigh)
            throw context.Malformed("a long or double is split");
        if (opcode == JvmOpcode.Pop2 && frame.PopSlot().IsHigh)
            throw context.Malformed("a long or double is split");
    }

    private void Return(SlotFrame frame, JvmOpcode opcode)
    {
        var expected = context.Shape.Return;
        var kind = expected == "V" ? JvmOpcode.Return : SlotType.OfDescriptor(expected).Kind switch
        {
            SlotKind.Int => JvmOpcode.Ireturn,
            SlotKind.Long => JvmOpcode.Lreturn,
            SlotKind.Float => JvmOpcode.Freturn,
            SlotKind.Double => JvmOpcode.Dreturn,
            _ => JvmOpcode.Areturn,
        };
        if (opcode != kind)
            throw context.Malformed($"{opcode} does not return '{expected}'");
        if (expected != "V")
            frame.PopDescriptor(expected);
        if (context.IsConstructor && frame.HoldsUninitializedThis())
            throw context.Malformed("a constructor returns before it has called another");
    }

    private void MultiNewArray(SlotFrame frame, in JvmInstruction instruction)
    {
        var descriptor = Symbol<string>(instruction);
        var dimensions = instruction.Operand;
        if (dimensions < 1 || !MethodDescriptor.IsType(descriptor) || descriptor.AsSpan().IndexOfAnyExcept('[') < dimensions)
            throw context.Malformed($"multianewarray cannot make {dimensions} dimensions of '{descriptor}'");
        for (var i = 0; i < dimensions; i++)
            frame.Pop(SlotKind.Int);
        frame.Push(SlotType.Reference(descriptor));
    }

    private void ArrayLength(SlotFrame frame)
    {
        var array = frame.PopReference();
        if (array.Kind != SlotKind.Null && array.Descriptor[0] != '[')
            throw context.Malformed($"'{array.Descriptor}' is not an array");
        frame.Push(SlotType.Int);
    }

    private SlotType ElementType(SlotType array)
    {
        if (array.Kind == SlotKind.Null)
            return SlotType.Null;
        if (array.Descriptor.Length < 2 || array.Descriptor[0] != '[' || array.Descriptor[1] is not ('[' or 'L'))
            throw context.Malformed($"'{array.Descriptor}' is not an array of references");
        return SlotType.Reference(array.Descriptor[1..]);
    }

    private T Symbol<T>(in JvmInstruction instruction)
        where T : class =>
        instruction.Symbol as T is { } symbol && symbol is not string { Length: 0 }
            ? symbol
            : throw context.Malformed($"{instruction.Opcode} has no operand");
}
