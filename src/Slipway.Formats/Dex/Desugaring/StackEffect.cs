using Slipway.Formats.ClassFile;
using static Slipway.Formats.ClassFile.JvmOpcode;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>Returns by how many slots an instruction without a symbol changes the depth of the operand stack (JVMS 6.5).</summary>
internal static class StackEffect
{
    public static int Of(JvmOpcode opcode) => opcode switch
    {
        Dup2 or Dup2X1 or Dup2X2 => 2,
        AconstNull or Dup or DupX1 or DupX2 or I2l or I2d or F2l or F2d => 1,
        Nop or Goto or Swap or Arraylength or Ineg or Lneg or Fneg or Dneg or I2f or L2d or F2i or D2l or I2b or I2c or I2s => 0,
        Laload or Daload => 0,
        Iaload or Faload or Aaload or Baload or Caload or Saload => -1,
        Iadd or Isub or Imul or Idiv or Irem or Iand or Ior or Ixor or Ishl or Ishr or Iushr => -1,
        Fadd or Fsub or Fmul or Fdiv or Frem or Lshl or Lshr or Lushr or L2i or L2f or D2i or D2f or Fcmpl or Fcmpg => -1,
        Pop or Athrow or Ifeq or Ifne or Iflt or Ifge or Ifgt or Ifle or Ifnull or Ifnonnull or Monitorenter or Monitorexit => -1,
        Pop2 or Ladd or Lsub or Lmul or Ldiv or Lrem or Land or Lor or Lxor or Dadd or Dsub or Dmul or Ddiv or Drem => -2,
        IfIcmpeq or IfIcmpne or IfIcmplt or IfIcmpge or IfIcmpgt or IfIcmple or IfAcmpeq or IfAcmpne => -2,
        Lcmp or Dcmpl or Dcmpg or Iastore or Fastore or Aastore or Bastore or Castore or Sastore => -3,
        Lastore or Dastore => -4,
        _ => throw new ArgumentOutOfRangeException(nameof(opcode), opcode, "This instruction has operands."),
    };
}
