using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>Translates branches, switches, returns and monitors.</summary>
internal sealed class ControlLowering(BlockBuilder builder)
{
    /// <summary>Register that holds the lock of a synchronized method; null elsewhere.</summary>
    public int? Lock { get; set; }

    public void Lower(in JvmInstruction instruction)
    {
        var top = builder.Slot(1);
        switch (instruction.Opcode)
        {
            case >= JvmOpcode.Ifeq and <= JvmOpcode.Ifle:
                Branch(new Operation(DexOpcode.IfEqz + (instruction.Opcode - JvmOpcode.Ifeq), top), instruction);
                break;
            case >= JvmOpcode.IfIcmpeq and <= JvmOpcode.IfIcmple:
                Branch(new Operation(DexOpcode.IfEq + (instruction.Opcode - JvmOpcode.IfIcmpeq), top - 1, top), instruction);
                break;
            case JvmOpcode.IfAcmpeq or JvmOpcode.IfAcmpne:
                Branch(new Operation(DexOpcode.IfEq + (instruction.Opcode - JvmOpcode.IfAcmpeq), top - 1, top) { ComparesReferences = true }, instruction);
                break;
            case JvmOpcode.Ifnull or JvmOpcode.Ifnonnull:
                Branch(new Operation(DexOpcode.IfEqz + (instruction.Opcode - JvmOpcode.Ifnull), top) { ComparesReferences = true }, instruction);
                break;
            case JvmOpcode.Goto:
                builder.Block.Next = builder.Graph.At(instruction.Operand);
                break;
            case JvmOpcode.Tableswitch or JvmOpcode.Lookupswitch:
                LowerSwitch(BlockBuilder.Symbol<SwitchTable>(instruction));
                break;
            case >= JvmOpcode.Ireturn and <= JvmOpcode.Return:
                LowerReturn(instruction.Opcode);
                break;
            case JvmOpcode.Athrow:
                builder.Emit(DexOpcode.Throw, top);
                break;
            case JvmOpcode.Monitorenter:
                builder.Emit(DexOpcode.MonitorEnter, top);
                break;
            case JvmOpcode.Monitorexit:
                builder.Emit(DexOpcode.MonitorExit, top);
                break;
        }
    }

    private void Branch(Operation branch, in JvmInstruction instruction) =>
        builder.Emit(branch).Target = builder.Graph.At(instruction.Operand);

    private void LowerSwitch(SwitchTable table)
    {
        var value = builder.Slot(1);
        var fallback = builder.Graph.At(table.Default);
        builder.Block.Next = fallback;
        if (table.Keys.Count == 0)
            return;
        var span = (long)table.Keys[^1] - table.Keys[0] + 1;
        var packedUnits = 4 + (2 * span);
        var sparseUnits = 2 + (4L * table.Keys.Count);
        var targets = table.Targets.Select(builder.Graph.At).ToList();
        builder.Emit(packedUnits <= sparseUnits
            ? new Operation(DexOpcode.PackedSwitch, value) { Switch = Pack(table, targets, (int)span, fallback) }
            : new Operation(DexOpcode.SparseSwitch, value) { Switch = new SwitchTargets(table.Keys, targets) });
    }

    private static SwitchTargets Pack(SwitchTable table, List<BasicBlock> targets, int span, BasicBlock fallback)
    {
        var keys = new int[span];
        var blocks = new BasicBlock[span];
        Array.Fill(blocks, fallback);
        for (var i = 0; i < span; i++)
            keys[i] = table.Keys[0] + i;
        for (var i = 0; i < targets.Count; i++)
            blocks[table.Keys[i] - table.Keys[0]] = targets[i];
        return new SwitchTargets(keys, blocks);
    }

    private void LowerReturn(JvmOpcode opcode)
    {
        if (opcode == JvmOpcode.Areturn)
            builder.EmitCastOfJoinedArray(builder.Slot(1), builder.Context.Shape.Return);
        if (Lock is { } held)
            builder.Emit(DexOpcode.MonitorExit, held);
        switch (opcode)
        {
            case JvmOpcode.Return:
                builder.Emit(DexOpcode.ReturnVoid);
                break;
            case JvmOpcode.Lreturn or JvmOpcode.Dreturn:
                builder.Emit(DexOpcode.ReturnWide, builder.Slot(2));
                break;
            case JvmOpcode.Areturn:
                builder.Emit(DexOpcode.ReturnObject, builder.Slot(1));
                break;
            default:
                builder.Emit(DexOpcode.Return, builder.Slot(1));
                break;
        }
    }
}
