using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>Translates field and invoke instructions.</summary>
internal sealed class CallLowering(BlockBuilder builder)
{
    /// <summary>API level 36; earlier levels refuse a call of an array's clone from an interface's method.</summary>
    private const int FirstSdkWithCloneInInterfaces = 36;

    private MethodContext Context => builder.Context;

    public void Lower(in JvmInstruction instruction)
    {
        var member = BlockBuilder.Symbol<MemberReference>(instruction);
        if (instruction.Opcode <= JvmOpcode.Putfield)
            LowerField(instruction.Opcode, member);
        else
            LowerInvoke(instruction.Opcode, member);
    }

    private void LowerField(JvmOpcode opcode, MemberReference field)
    {
        var variant = Variant(field.Descriptor);
        var value = builder.Slot(variant == 1 ? 2 : 1);
        if (opcode is JvmOpcode.Putstatic or JvmOpcode.Putfield)
            builder.EmitCastOfJoinedArray(value, field.Descriptor);
        var operation = opcode switch
        {
            JvmOpcode.Getstatic => builder.Emit(DexOpcode.Sget.Plus(variant), builder.Slot(0)),
            JvmOpcode.Putstatic => builder.Emit(DexOpcode.Sput.Plus(variant), value),
            JvmOpcode.Getfield => builder.Emit(DexOpcode.Iget.Plus(variant), builder.Slot(1), builder.Slot(1)),
            _ => builder.Emit(DexOpcode.Iput.Plus(variant), value, value - 1),
        };
        operation.Reference = Context.Owner.Field(field);
    }

    private static int Variant(string descriptor) => descriptor[0] switch
    {
        'J' or 'D' => 1,
        'L' or '[' => 2,
        'Z' => 3,
        'B' => 4,
        'C' => 5,
        'S' => 6,
        _ => 0,
    };

    private void LowerInvoke(JvmOpcode opcode, MemberReference method)
    {
        var shape = Context.ShapeOf(method.Descriptor);
        var words = shape.Words + (opcode == JvmOpcode.Invokestatic ? 0 : 1);
        var first = builder.Slot(words);
        if (IsCloneInInterface(method))
        {
            LowerCloneInInterface(first, method.Owner);
            return;
        }
        var isConstructor = method.Name == "<init>";
        if (isConstructor && builder.IsDeferred(builder.Frame[first]))
            builder.Emit(DexOpcode.NewInstance, first).Reference = builder.Frame[first].Descriptor;
        CastArguments(shape, first + words - shape.Words);
        var call = builder.Emit(CallKind(opcode, method, out var owner));
        call.Reference = Context.Owner.Method(owner, method.Name, method.Descriptor);
        call.Arguments = [.. Enumerable.Range(first, words)];
        if (isConstructor && builder.IsDeferred(builder.Frame[first]))
            SpreadNewObject(first);
        if (shape.Return != "V")
            builder.Emit(ResultKind(shape.Return), first);
    }

    private void CastArguments(MethodDescriptor shape, int register)
    {
        foreach (var parameter in shape.Parameters)
        {
            builder.EmitCastOfJoinedArray(register, parameter);
            register += parameter is "J" or "D" ? 2 : 1;
        }
    }

    private static DexOpcode ResultKind(string descriptor) => Variant(descriptor) switch
    {
        1 => DexOpcode.MoveResultWide,
        2 => DexOpcode.MoveResultObject,
        _ => DexOpcode.MoveResult,
    };

    /// <summary>
    /// Returns the kind of invoke for a method. Below DEX 040, a private method is called with invoke-direct, whichever instruction
    /// the class file used.
    /// </summary>
    private DexOpcode CallKind(JvmOpcode opcode, MemberReference method, out string owner)
    {
        owner = method.Owner;
        switch (opcode)
        {
            case JvmOpcode.Invokestatic:
                return DexOpcode.InvokeStatic;
            case JvmOpcode.Invokevirtual or JvmOpcode.Invokeinterface:
                if (owner is "java/lang/invoke/MethodHandle" or "java/lang/invoke/VarHandle")
                    throw Context.Unsupported($"calls of {owner} depend on the types at the call and are not supported");
                if (Context.Owner.DeclaresPrivate(method))
                    return DexOpcode.InvokeDirect;
                return opcode == JvmOpcode.Invokevirtual ? DexOpcode.InvokeVirtual : DexOpcode.InvokeInterface;
        }
        if (method.Name == "<init>" || Context.Owner.DeclaresPrivate(method))
            return DexOpcode.InvokeDirect;
        if (owner != Context.Owner.Class.Name)
            return DexOpcode.InvokeSuper;
        return OwnMethod(method, ref owner);
    }

    /// <summary>Selects the invoke for invokespecial of a method of the same class that is not private, which no Java compiler writes.</summary>
    private DexOpcode OwnMethod(MemberReference method, ref string owner)
    {
        if (!Context.Owner.Declares(method))
        {
            owner = Context.Owner.Class.SuperName ?? owner;
            return DexOpcode.InvokeSuper;
        }
        if (Context.Owner.DeclaresFinal(method))
            return DexOpcode.InvokeVirtual;
        throw Context.Unsupported($"'{method.Name}' of the same class is called without dispatch to overriding methods");
    }

    private bool IsCloneInInterface(MemberReference method) =>
        method.Name == "clone" && method.Owner[0] == '[' && Context.Owner.IsInterface && Context.Owner.Options.MinSdk < FirstSdkWithCloneInInterfaces;

    /// <summary>Replaces clone with Arrays.copyOf of the whole array, which also keeps the class and throws for null.</summary>
    private void LowerCloneInInterface(int array, string type)
    {
        var element = type[1] is '[' or 'L' ? "[Ljava/lang/Object;" : type;
        builder.Emit(DexOpcode.ArrayLength, array + 1, array);
        var copy = builder.Emit(DexOpcode.InvokeStatic);
        copy.Reference = new DexMethodReference("Ljava/util/Arrays;", "copyOf", $"({element}I){element}");
        copy.Arguments = [array, array + 1];
        builder.Emit(DexOpcode.MoveResultObject, array);
    }

    /// <summary>Copies the late allocated object to every slot that stands for it.</summary>
    private void SpreadNewObject(int created)
    {
        var type = builder.Frame[created];
        for (var slot = 0; slot < created; slot++)
        {
            if (builder.Frame[slot].Kind == SlotKind.Uninitialized && builder.Frame[slot] == type)
                builder.Emit(DexOpcode.MoveObject, slot, created);
        }
    }
}
