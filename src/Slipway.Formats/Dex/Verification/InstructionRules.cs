namespace Slipway.Formats.Dex.Verification;

/// <summary>Applies the rules of its family to each instruction.</summary>
internal static class InstructionRules
{
    public static void Apply(InstructionFrame frame, CodeGraph graph, DexMethodDescriptor method)
    {
        var opcode = frame.Instruction.Opcode;
        switch (opcode)
        {
            case DexOpcode.Nop or DexOpcode.Goto or DexOpcode.Goto16 or DexOpcode.Goto32:
                break;
            case >= DexOpcode.Move and <= DexOpcode.MoveObject16:
                ConstantRules.Move(frame);
                break;
            case >= DexOpcode.MoveResult and <= DexOpcode.MoveResultObject:
                ConstantRules.MoveResult(frame);
                break;
            case DexOpcode.MoveException:
                MoveException(frame, graph.Caught.GetValueOrDefault(frame.Position) ?? [null]);
                break;
            case >= DexOpcode.ReturnVoid and <= DexOpcode.ReturnObject:
                BranchRules.Return(frame, method.Returns);
                break;
            case >= DexOpcode.Const4 and <= DexOpcode.ConstClass:
                ConstantRules.Constant(frame);
                break;
            case >= DexOpcode.PackedSwitch and <= DexOpcode.SparseSwitch:
                BranchRules.Switch(frame);
                break;
            case >= DexOpcode.CmplFloat and <= DexOpcode.CmpLong:
                ArithmeticRules.Compare(frame);
                break;
            case >= DexOpcode.IfEq and <= DexOpcode.IfLe:
                BranchRules.Compare(frame);
                break;
            case >= DexOpcode.IfEqz and <= DexOpcode.IfLez:
                BranchRules.CompareWithZero(frame);
                break;
            case >= DexOpcode.NegInt and <= DexOpcode.UshrIntLit8:
                Arithmetic(frame, opcode);
                break;
            default:
                References(frame, opcode);
                break;
        }
    }

    private static void Arithmetic(InstructionFrame frame, DexOpcode opcode)
    {
        switch (opcode)
        {
            case <= DexOpcode.IntToShort:
                ArithmeticRules.Unary(frame);
                break;
            case <= DexOpcode.RemDouble:
                ArithmeticRules.Binary(frame);
                break;
            case <= DexOpcode.RemDouble2addr:
                ArithmeticRules.BinaryInPlace(frame);
                break;
            default:
                ArithmeticRules.Literal(frame);
                break;
        }
    }

    private static void References(InstructionFrame frame, DexOpcode opcode)
    {
        switch (opcode)
        {
            case DexOpcode.MonitorEnter:
                ObjectRules.MonitorEnter(frame);
                break;
            case DexOpcode.MonitorExit:
                ObjectRules.MonitorExit(frame);
                break;
            case DexOpcode.CheckCast:
                ObjectRules.CheckCast(frame);
                break;
            case DexOpcode.InstanceOf:
                ObjectRules.InstanceOf(frame);
                break;
            case DexOpcode.NewInstance:
                ObjectRules.NewInstance(frame);
                break;
            case DexOpcode.Throw:
                ObjectRules.Throw(frame);
                break;
            case DexOpcode.ArrayLength:
                ArrayRules.Length(frame);
                break;
            case DexOpcode.NewArray:
                ArrayRules.New(frame);
                break;
            case DexOpcode.FilledNewArray or DexOpcode.FilledNewArrayRange:
                ArrayRules.FilledNew(frame, InvokeRules.Words(frame.Instruction, opcode == DexOpcode.FilledNewArrayRange));
                break;
            case DexOpcode.FillArrayData:
                ArrayRules.Fill(frame);
                break;
            default:
                Members(frame, opcode);
                break;
        }
    }

    private static void Members(InstructionFrame frame, DexOpcode opcode)
    {
        switch (opcode)
        {
            case >= DexOpcode.Aget and <= DexOpcode.AgetShort:
                ArrayRules.Get(frame);
                break;
            case >= DexOpcode.Aput and <= DexOpcode.AputShort:
                ArrayRules.Put(frame);
                break;
            case (>= DexOpcode.Iget and <= DexOpcode.IgetShort) or (>= DexOpcode.Sget and <= DexOpcode.SgetShort):
                FieldRules.Get(frame);
                break;
            case >= DexOpcode.Iput and <= DexOpcode.SputShort:
                FieldRules.Put(frame);
                break;
            case >= DexOpcode.InvokeVirtual and <= DexOpcode.InvokeInterfaceRange:
                InvokeRules.Invoke(frame);
                break;
            case DexOpcode.InvokePolymorphic or DexOpcode.InvokePolymorphicRange or DexOpcode.InvokeCustom or DexOpcode.InvokeCustomRange:
                // The target is determined at run time, so arguments and result are not checked.
                break;
            case DexOpcode.ConstMethodHandle:
                frame.Set(frame.Instruction.A, RegisterType.Reference(KnownTypes.MethodHandle));
                break;
            case DexOpcode.ConstMethodType:
                frame.Set(frame.Instruction.A, RegisterType.Reference(KnownTypes.MethodType));
                break;
            default:
                frame.Error($"there is no operation 0x{(int)opcode:x2}");
                break;
        }
    }

    private static void MoveException(InstructionFrame frame, List<string?> caught)
    {
        var type = caught[0] ?? KnownTypes.Throwable;
        foreach (var other in caught)
            type = frame.Hierarchy.Join(type, other ?? KnownTypes.Throwable);

        if (!frame.Hierarchy.Accepts(KnownTypes.Throwable, type))
            frame.Error($"a handler catches {type}, which is not throwable");

        frame.Set(frame.Instruction.A, RegisterType.Reference(type));
    }
}
