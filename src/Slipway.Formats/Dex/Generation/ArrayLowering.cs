using System.Buffers.Binary;
using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>Translates array instructions.</summary>
internal sealed class ArrayLowering(BlockBuilder builder)
{
    /// <summary>Number of elements from which a data table is smaller than code that stores each element.</summary>
    private const int MinTableLength = 4;

    public void LowerLoad(JvmOpcode opcode)
    {
        var array = builder.Slot(2);
        builder.Emit(DexOpcode.Aget.Plus(Variant(opcode - JvmOpcode.Iaload, array)), array, array, array + 1);
    }

    public void LowerStore(JvmOpcode opcode)
    {
        var array = builder.Slot(opcode is JvmOpcode.Lastore or JvmOpcode.Dastore ? 4 : 3);
        builder.Emit(DexOpcode.Aput.Plus(Variant(opcode - JvmOpcode.Iastore, array)), array + 2, array, array + 1);
    }

    /// <summary>Translates newarray together with the stores of a following initialiser; returns the number of consumed instructions.</summary>
    public int LowerNewArray(int index)
    {
        var size = builder.Slot(1);
        var type = FrameInterpreter.NewArrayDescriptor(builder.Context.Code.Instructions[index].Operand)!;
        builder.Emit(DexOpcode.NewArray, size, size).Reference = type;
        var values = ArrayInitializer.Find(builder.Context.Code, builder.Block, index);
        if (values.Count < MinTableLength)
            return 1;
        var width = type[1] switch { 'Z' or 'B' => 1, 'C' or 'S' => 2, 'I' or 'F' => 4, _ => 8 };
        builder.Emit(new Operation(DexOpcode.FillArrayData, size) { ArrayData = new DexArrayData(width, Encode(values, width)) });
        return 1 + (values.Count * ArrayInitializer.InstructionsPerElement);
    }

    /// <summary>
    /// Creates an array of several dimensions with java.lang.reflect.Array and an int[] of lengths, because DEX has no instruction
    /// for it.
    /// </summary>
    public void LowerMultiNewArray(in JvmInstruction instruction)
    {
        var descriptor = BlockBuilder.Symbol<string>(instruction);
        var first = builder.Slot(instruction.Operand);
        var lengths = first + 1;
        builder.Emit(DexOpcode.FilledNewArray).Reference = "[I";
        builder.Block.Code[^1].Arguments = [.. Enumerable.Range(first, instruction.Operand)];
        builder.Emit(DexOpcode.MoveResultObject, lengths);
        EmitClass(first, descriptor[instruction.Operand..]);
        var create = builder.Emit(DexOpcode.InvokeStatic);
        create.Reference = new DexMethodReference("Ljava/lang/reflect/Array;", "newInstance", "(Ljava/lang/Class;[I)Ljava/lang/Object;");
        create.Arguments = [first, lengths];
        builder.Emit(DexOpcode.MoveResultObject, first);
        builder.Emit(DexOpcode.CheckCast, first).Reference = descriptor;
    }

    private void EmitClass(int register, string descriptor)
    {
        var box = descriptor switch
        {
            "Z" => "Boolean",
            "B" => "Byte",
            "C" => "Character",
            "S" => "Short",
            "I" => "Integer",
            "J" => "Long",
            "F" => "Float",
            "D" => "Double",
            _ => null,
        };
        if (box is null)
            builder.Emit(DexOpcode.ConstClass, register).Reference = descriptor;
        else
            builder.Emit(DexOpcode.SgetObject, register).Reference = new DexFieldReference($"Ljava/lang/{box};", "TYPE", "Ljava/lang/Class;");
    }

    /// <summary>Selects one of the seven forms of aget and aput; the JVM's order is i l f d a b c s, and b means byte or boolean.</summary>
    private int Variant(int jvmType, int array) => jvmType switch
    {
        0 or 2 => 0,
        1 or 3 => 1,
        4 => 2,
        5 => builder.Frame[array].Descriptor == "[Z" ? 3 : 4,
        6 => 5,
        _ => 6,
    };

    private static byte[] Encode(IReadOnlyList<long> values, int width)
    {
        var data = new byte[values.Count * width];
        Span<byte> element = stackalloc byte[8];
        for (var i = 0; i < values.Count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(element, values[i]);
            element[..width].CopyTo(data.AsSpan(i * width));
        }
        return data;
    }
}
