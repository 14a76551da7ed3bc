using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// Recognises <c>new int[] { 1, 2, 3 }</c>: after newarray of a constant length, compilers write for each element dup, the
/// index, the value and the store.
/// </summary>
internal static class ArrayInitializer
{
    public const int InstructionsPerElement = 4;

    /// <summary>Returns the raw bits of the first elements up to the first one that is not constant; empty when there is no initialiser.</summary>
    /// <param name="code">The code.</param>
    /// <param name="block">The block that holds the whole initialiser.</param>
    /// <param name="newArray">Index of newarray.</param>
    public static IReadOnlyList<long> Find(MethodCode code, BasicBlock block, int newArray)
    {
        var values = new List<long>();
        if (newArray == block.Start || code.Instructions[newArray - 1].Opcode != JvmOpcode.Ipush)
            return values;
        var length = code.Instructions[newArray - 1].Operand;
        var store = StoreOf(code.Instructions[newArray].Operand);
        for (var at = newArray + 1; at + InstructionsPerElement <= block.End && values.Count < length; at += InstructionsPerElement)
        {
            var isElement = code.Instructions[at].Opcode == JvmOpcode.Dup
                && code.Instructions[at + 1] is { Opcode: JvmOpcode.Ipush } position && position.Operand == values.Count
                && code.Instructions[at + 3].Opcode == store;
            if (!isElement || ConstantBits(code.Instructions[at + 2]) is not { } bits)
                break;
            values.Add(bits);
        }
        return values;
    }

    private static JvmOpcode StoreOf(int elementType) => elementType switch
    {
        4 or 8 => JvmOpcode.Bastore,
        5 => JvmOpcode.Castore,
        6 => JvmOpcode.Fastore,
        7 => JvmOpcode.Dastore,
        9 => JvmOpcode.Sastore,
        10 => JvmOpcode.Iastore,
        _ => JvmOpcode.Lastore,
    };

    private static long? ConstantBits(in JvmInstruction instruction) => instruction switch
    {
        { Opcode: JvmOpcode.Ipush } => instruction.Operand,
        { Opcode: JvmOpcode.Ldc, Symbol: int value } => value,
        { Opcode: JvmOpcode.Ldc, Symbol: long value } => value,
        { Opcode: JvmOpcode.Ldc, Symbol: float value } => BitConverter.SingleToInt32Bits(value),
        { Opcode: JvmOpcode.Ldc, Symbol: double value } => BitConverter.DoubleToInt64Bits(value),
        _ => null,
    };
}
