using System.Diagnostics;
using Slipway.Formats.Dex.Writing;

namespace Slipway.Formats.Dex;

/// <summary>
/// A compact form of a method's instructions, because a large program has millions that are rarely read. Labels, references and
/// tables are kept as objects, so that covered ranges still refer to the same labels.
/// </summary>
internal sealed class PackedCode
{
    [Flags]
    private enum Parts
    {
        A = 1, B = 2, C = 4, Literal = 8, Operand = 16, Arguments = 32, Line = 64, Label = 128,
    }

    private readonly int _registers;
    private readonly int _ins;
    private readonly int _outs;
    private readonly int _count;
    private readonly byte[] _instructions;
    private readonly object[] _operands;
    private readonly DexTry[] _tries;
    private readonly string?[] _parameterNames;

    /// <summary>Packs code without changing it.</summary>
    public PackedCode(DexCode code)
    {
        (_registers, _ins, _outs, _count) = (code.Registers, code.Ins, code.Outs, code.Instructions.Count);
        _tries = [.. code.Tries];
        _parameterNames = [.. code.ParameterNames];
        var operands = new List<object>();
        var buffer = new DexBuffer();
        foreach (var instruction in code.Instructions)
            Write(instruction, buffer, operands);
        _instructions = buffer.ToArray();
        _operands = [.. operands];
    }

    /// <summary>Returns a new copy of the code, with unknown addresses.</summary>
    public DexCode Unpack()
    {
        var code = new DexCode { Registers = _registers, Ins = _ins, Outs = _outs };
        code.Tries.AddRange(_tries);
        code.ParameterNames.AddRange(_parameterNames);
        code.Instructions.EnsureCapacity(_count);
        var reader = new Reader(_instructions);
        var operand = 0;
        for (var i = 0; i < _count; i++)
            code.Instructions.Add(Read(ref reader, ref operand));
        return code;
    }

    private static void Write(DexInstruction instruction, DexBuffer target, List<object> operands)
    {
        var parts = PartsOf(instruction);
        target.U1((int)parts);
        if (!parts.HasFlag(Parts.Label))
            target.U1((int)instruction.Opcode);
        if (parts.HasFlag(Parts.A))
            target.Uleb(instruction.A);
        if (parts.HasFlag(Parts.B))
            target.Uleb(instruction.B);
        if (parts.HasFlag(Parts.C))
            target.Uleb(instruction.C);
        if (parts.HasFlag(Parts.Literal))
            WriteLiteral(instruction.Literal, target);
        if (parts.HasFlag(Parts.Operand))
            operands.Add(instruction.Operand!);
        if (parts.HasFlag(Parts.Arguments))
            WriteArguments(instruction.Arguments, target);
        if (parts.HasFlag(Parts.Line))
            target.Uleb(instruction.Line);
    }

    private static Parts PartsOf(DexInstruction instruction) =>
        (instruction.A != 0 ? Parts.A : 0)
        | (instruction.B != 0 ? Parts.B : 0)
        | (instruction.C != 0 ? Parts.C : 0)
        | (instruction.Literal != 0 ? Parts.Literal : 0)
        | (instruction.Operand is not null ? Parts.Operand : 0)
        | (instruction.Arguments.Length > 0 ? Parts.Arguments : 0)
        | (instruction.Line != 0 ? Parts.Line : 0)
        | (instruction.Opcode == DexOpcode.Label ? Parts.Label : 0);

    private static void WriteLiteral(long literal, DexBuffer target)
    {
        target.Uleb((int)literal);
        target.Uleb((int)(literal >> 32));
    }

    private static void WriteArguments(int[] arguments, DexBuffer target)
    {
        target.Uleb(arguments.Length);
        foreach (var register in arguments)
            target.Uleb(register);
    }

    private DexInstruction Read(ref Reader reader, ref int operand)
    {
        var parts = (Parts)reader.Byte();
        return new DexInstruction
        {
            Opcode = parts.HasFlag(Parts.Label) ? DexOpcode.Label : (DexOpcode)reader.Byte(),
            A = parts.HasFlag(Parts.A) ? reader.Number() : 0,
            B = parts.HasFlag(Parts.B) ? reader.Number() : 0,
            C = parts.HasFlag(Parts.C) ? reader.Number() : 0,
            Literal = parts.HasFlag(Parts.Literal) ? (uint)reader.Number() | ((long)reader.Number() << 32) : 0,
            Operand = parts.HasFlag(Parts.Operand) ? _operands[operand++] : null,
            Arguments = parts.HasFlag(Parts.Arguments) ? ReadArguments(ref reader) : [],
            Line = parts.HasFlag(Parts.Line) ? reader.Number() : 0,
        };
    }

    private static int[] ReadArguments(ref Reader reader)
    {
        var arguments = new int[reader.Number()];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = reader.Number();
        return arguments;
    }

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _at;

        public int Byte() => _bytes[_at++];

        public int Number()
        {
            var (value, shift) = (0u, 0);
            int next;
            do
            {
                next = Byte();
                value |= (uint)(next & 0x7f) << shift;
                shift += 7;
                Debug.Assert(shift <= 35, "What was packed here is read here.");
            }
            while (next >= 0x80);
            return (int)value;
        }
    }
}
