using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>Properties of JVM instructions that concern the flow of control.</summary>
internal static class JvmTraits
{
    /// <summary>Whether control never reaches the next instruction.</summary>
    public static bool EndsFlow(JvmOpcode opcode) => opcode
        is JvmOpcode.Goto or JvmOpcode.Tableswitch or JvmOpcode.Lookupswitch or JvmOpcode.Athrow or JvmOpcode.Ret or JvmOpcode.Jsr
        or (>= JvmOpcode.Ireturn and <= JvmOpcode.Return);

    /// <summary>Whether <see cref="JvmInstruction.Operand"/> is the target of a branch.</summary>
    public static bool IsBranch(JvmOpcode opcode) => opcode
        is (>= JvmOpcode.Ifeq and <= JvmOpcode.Goto) or JvmOpcode.Ifnull or JvmOpcode.Ifnonnull;

    public static bool IsReturn(JvmOpcode opcode) => opcode is >= JvmOpcode.Ireturn and <= JvmOpcode.Return;

    /// <summary>
    /// Whether an instruction can throw into a handler. A return throws only when locks are unbalanced, which DEX does not treat as
    /// an exception of the instruction.
    /// </summary>
    public static bool CanThrow(in JvmInstruction instruction) => instruction.Opcode switch
    {
        JvmOpcode.Ldc => instruction.Symbol is string or ClassConstant,
        >= JvmOpcode.Iaload and <= JvmOpcode.Saload => true,
        >= JvmOpcode.Iastore and <= JvmOpcode.Sastore => true,
        JvmOpcode.Idiv or JvmOpcode.Ldiv or JvmOpcode.Irem or JvmOpcode.Lrem => true,
        >= JvmOpcode.Getstatic and <= JvmOpcode.Multianewarray => true,
        _ => false,
    };
}
