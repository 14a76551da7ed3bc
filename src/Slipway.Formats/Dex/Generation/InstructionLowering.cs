using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// Translates one JVM instruction to DEX operations. Every local variable and every slot of the operand stack is a register, so
/// loads, stores and the dup family become moves, most of which later passes remove. Casts are never removed: every ART joins arrays
/// of two interfaces to Object[], so such code is only valid with the casts of the Java compiler.
/// </summary>
internal sealed class InstructionLowering(BlockBuilder builder)
{
    private readonly ArrayLowering _arrays = new(builder);
    private readonly CallLowering _calls = new(builder);
    private readonly ControlLowering _control = new(builder);

    /// <summary>Register that holds the lock of a synchronized method; null elsewhere.</summary>
    public int? Lock { get => _control.Lock; set => _control.Lock = value; }

    /// <summary>Translates the instruction at an index and returns how many instructions were consumed.</summary>
    public int Lower(int index)
    {
        var instruction = builder.Context.Code.Instructions[index];
        if (instruction.Opcode == JvmOpcode.Newarray)
            return _arrays.LowerNewArray(index);
        Lower(instruction);
        return 1;
    }

    private void Lower(in JvmInstruction instruction)
    {
        switch (instruction.Opcode)
        {
            case >= JvmOpcode.Iload and <= JvmOpcode.Aload:
                builder.EmitMove(builder.Slot(0), instruction.Operand, builder.Frame[instruction.Operand]);
                break;
            case >= JvmOpcode.Istore and <= JvmOpcode.Astore:
                var from = builder.Slot(instruction.Opcode is JvmOpcode.Lstore or JvmOpcode.Dstore ? 2 : 1);
                builder.EmitMove(instruction.Operand, from, builder.Frame[from]);
                break;
            case >= JvmOpcode.Iaload and <= JvmOpcode.Saload:
                _arrays.LowerLoad(instruction.Opcode);
                break;
            case >= JvmOpcode.Iastore and <= JvmOpcode.Sastore:
                _arrays.LowerStore(instruction.Opcode);
                break;
            case >= JvmOpcode.Iadd and <= JvmOpcode.Lxor:
                LowerArithmetic(instruction.Opcode);
                break;
            case >= JvmOpcode.I2l and <= JvmOpcode.Dcmpg:
                LowerConversion(instruction.Opcode);
                break;
            case JvmOpcode.Iinc:
                LowerIncrement(instruction.Operand, instruction.Operand2);
                break;
            case JvmOpcode.AconstNull:
                builder.EmitConst(builder.Slot(0), 0);
                break;
            case JvmOpcode.Ipush:
                builder.EmitConst(builder.Slot(0), instruction.Operand);
                break;
            case JvmOpcode.Ldc:
                LowerConstant(instruction.Symbol);
                break;
            case >= JvmOpcode.Getstatic and <= JvmOpcode.Invokeinterface:
                _calls.Lower(instruction);
                break;
            case >= JvmOpcode.New and <= JvmOpcode.Arraylength or JvmOpcode.Checkcast or JvmOpcode.Instanceof or JvmOpcode.Multianewarray:
                LowerObject(instruction);
                break;
            case >= JvmOpcode.Dup and <= JvmOpcode.Swap:
                LowerShuffle(StackShuffle.Of(instruction.Opcode)!);
                break;
            default:
                _control.Lower(instruction);
                break;
        }
    }

    private void LowerShuffle(StackShuffle shuffle)
    {
        var bottom = builder.Slot(shuffle.Consumed);
        foreach (var (to, from, value) in shuffle.Moves)
            builder.EmitMove(bottom + to, bottom + from, builder.Frame[bottom + value]);
    }

    private void LowerArithmetic(JvmOpcode opcode)
    {
        var isLong = opcode is >= JvmOpcode.Ishl and <= JvmOpcode.Lxor && ((opcode - JvmOpcode.Ishl) & 1) != 0;
        switch (opcode)
        {
            case < JvmOpcode.Ineg:
                var (operation, type) = Math.DivRem((int)opcode - (int)JvmOpcode.Iadd, 4);
                var first = type switch { 0 => DexOpcode.AddInt, 1 => DexOpcode.AddLong, 2 => DexOpcode.AddFloat, _ => DexOpcode.AddDouble };
                EmitBinary(first.Plus(operation));
                break;
            case JvmOpcode.Ineg or JvmOpcode.Fneg:
                EmitUnary(opcode == JvmOpcode.Ineg ? DexOpcode.NegInt : DexOpcode.NegFloat);
                break;
            case JvmOpcode.Lneg or JvmOpcode.Dneg:
                EmitUnary(opcode == JvmOpcode.Lneg ? DexOpcode.NegLong : DexOpcode.NegDouble);
                break;
            case <= JvmOpcode.Lushr:
                EmitBinary((isLong ? DexOpcode.ShlLong : DexOpcode.ShlInt).Plus((opcode - JvmOpcode.Ishl) / 2));
                break;
            default:
                EmitBinary((isLong ? DexOpcode.AndLong : DexOpcode.AndInt).Plus((opcode - JvmOpcode.Iand) / 2));
                break;
        }
    }

    /// <summary>Conversions have the same order in both instruction sets; so have comparisons, apart from that of longs.</summary>
    private void LowerConversion(JvmOpcode opcode)
    {
        if (opcode < JvmOpcode.Lcmp)
            EmitUnary(DexOpcode.IntToLong + (opcode - JvmOpcode.I2l));
        else
            EmitBinary(opcode == JvmOpcode.Lcmp ? DexOpcode.CmpLong : DexOpcode.CmplFloat + (opcode - JvmOpcode.Fcmpl));
    }

    private void EmitUnary(DexOpcode opcode)
    {
        var at = builder.Slot(OperationTraits.Words(OperationTraits.Of(opcode).B));
        builder.Emit(opcode, at, at);
    }

    private void EmitBinary(DexOpcode opcode)
    {
        var traits = OperationTraits.Of(opcode);
        var second = builder.Slot(OperationTraits.Words(traits.C));
        var first = second - OperationTraits.Words(traits.B);
        builder.Emit(opcode, first, first, second);
    }

    private void LowerIncrement(int local, int amount)
    {
        var constant = builder.Slot(0);
        builder.EmitConst(constant, amount);
        builder.Emit(DexOpcode.AddInt, local, local, constant);
    }

    private void LowerConstant(object? constant)
    {
        var to = builder.Slot(0);
        switch (constant)
        {
            case int value:
                builder.EmitConst(to, value);
                break;
            case float value:
                builder.EmitConst(to, BitConverter.SingleToInt32Bits(value));
                break;
            case long value:
                builder.Emit(DexOpcode.ConstWide, to).Literal = value;
                break;
            case double value:
                builder.Emit(DexOpcode.ConstWide, to).Literal = BitConverter.DoubleToInt64Bits(value);
                break;
            case string value:
                builder.Emit(DexOpcode.ConstString, to).Reference = value;
                break;
            case ClassConstant value:
                builder.Emit(DexOpcode.ConstClass, to).Reference = builder.Context.Owner.TypeOf(value.Name);
                break;
        }
    }

    private void LowerObject(in JvmInstruction instruction)
    {
        var top = builder.Slot(1);
        switch (instruction.Opcode)
        {
            case JvmOpcode.New:
                var type = builder.Context.Owner.TypeOf(BlockBuilder.Symbol<string>(instruction));
                if (!builder.IsDeferred(SlotType.Uninitialized(type, builder.Context.Instruction)))
                    builder.Emit(DexOpcode.NewInstance, builder.Slot(0)).Reference = type;
                break;
            case JvmOpcode.Anewarray:
                builder.Emit(DexOpcode.NewArray, top, top).Reference = '[' + builder.Context.Owner.TypeOf(BlockBuilder.Symbol<string>(instruction));
                break;
            case JvmOpcode.Arraylength:
                builder.Emit(DexOpcode.ArrayLength, top, top);
                break;
            case JvmOpcode.Checkcast:
                builder.Emit(DexOpcode.CheckCast, top).Reference = builder.Context.Owner.TypeOf(BlockBuilder.Symbol<string>(instruction));
                break;
            case JvmOpcode.Instanceof:
                builder.Emit(DexOpcode.InstanceOf, top, top).Reference = builder.Context.Owner.TypeOf(BlockBuilder.Symbol<string>(instruction));
                break;
            default:
                _arrays.LowerMultiNewArray(instruction);
                break;
        }
    }
}
