namespace Slipway.Formats.ClassFile;

/// <summary>
/// One decoded instruction. Short forms are normalised by the reader: <c>aload_0</c> is <see cref="JvmOpcode.Aload"/> with operand 0,
/// <c>iconst_1</c>, <c>bipush</c> and <c>sipush</c> are <see cref="JvmOpcode.Ipush"/>, <c>ldc_w</c> and <c>ldc2_w</c> are
/// <see cref="JvmOpcode.Ldc"/>, <c>lconst_0</c>, <c>fconst_2</c> and their kind are <see cref="JvmOpcode.Ldc"/> of the constant,
/// <c>goto_w</c> is <see cref="JvmOpcode.Goto"/>, and <c>wide</c> disappears.
/// </summary>
/// <param name="Opcode">The operation.</param>
/// <param name="Operand">
/// Local slot (loads, stores, iinc, ret), value (Ipush), branch target as an instruction index (branches), element type code
/// of newarray (JVMS table 6.5.newarray-A), dimensions of multianewarray.
/// </param>
/// <param name="Operand2">Increment of iinc.</param>
/// <param name="Symbol">
/// <see cref="MemberReference"/> (field and invoke instructions), <see cref="string"/> internal name or array descriptor
/// (new, anewarray, checkcast, instanceof, multianewarray), <see cref="SwitchTable"/>, <see cref="InvokeDynamicReference"/>,
/// or for Ldc: <see cref="int"/>, <see cref="long"/>, <see cref="float"/>, <see cref="double"/>, <see cref="string"/>,
/// <see cref="ClassConstant"/>, <see cref="MethodTypeConstant"/>, <see cref="MethodHandleConstant"/>, <see cref="DynamicConstant"/>.
/// </param>
public readonly record struct JvmInstruction(JvmOpcode Opcode, int Operand = 0, int Operand2 = 0, object? Symbol = null);

/// <summary>The jump table of tableswitch or lookupswitch.</summary>
/// <param name="Default">Instruction index of the default target.</param>
/// <param name="Keys">Keys in ascending order.</param>
/// <param name="Targets">Instruction indices, one for each key.</param>
public sealed record SwitchTable(int Default, IReadOnlyList<int> Keys, IReadOnlyList<int> Targets);
