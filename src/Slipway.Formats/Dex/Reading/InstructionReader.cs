using static Slipway.Formats.Dex.DexFormat;

namespace Slipway.Formats.Dex.Reading;

/// <summary>Decodes instructions (source.android.com, "Dalvik executable instruction formats") in two passes: operands, then targets.</summary>
internal sealed class InstructionReader(DexInput input, DexTables tables, CodeBody body)
{
    private readonly List<(DexInstruction Instruction, int Difference)> _branches = [];
    private readonly PayloadReader _payloads = new(input, body);

    public void ReadAll()
    {
        for (var address = 0; address < body.Units;)
        {
            var size = _payloads.SizeAt(address);
            if (size == 0)
            {
                var instruction = Read(address);
                body.Place(instruction);
                size = DexOpcodeTable.Size(instruction.Opcode);
            }

            address += size;
        }

        foreach (var (instruction, difference) in _branches)
        {
            var target = (long)instruction.Address + difference;
            if (DexOpcodeTable.Format(instruction.Opcode) == F31t)
                _payloads.Attach(instruction, target);
            else
                instruction.Operand = body.LabelOfInstruction(target);
        }

        _payloads.DropSpacers();
    }

    private DexInstruction Read(int address)
    {
        var first = body.Unit(address);
        var opcode = (DexOpcode)(first & 0xff);
        ref readonly var info = ref DexOpcodeTable.Info(opcode);
        if (info.Format == None)
            throw input.Malformed($"there is no operation 0x{first & 0xff:x2}", body.OffsetOf(address));

        var instruction = new DexInstruction { Opcode = opcode, Address = address };
        // Reading the last unit first checks that all units lie within the code.
        body.Unit(address + DexOpcodeTable.Size(info.Format) - 1);
        if (!ReadShort(instruction, info.Format, first))
            ReadLong(instruction, info.Format, first >> 8);

        if (info.Index != DexIndexKind.None)
            instruction.Operand = Reference(info, address);

        return instruction;
    }

    /// <summary>Formats of one and two units.</summary>
    private bool ReadShort(DexInstruction instruction, DexFormat format, int first)
    {
        var high = first >> 8;
        (instruction.A, instruction.B) = (high & 15, high >> 4);
        var second = DexOpcodeTable.Size(format) > 1 ? body.Unit(instruction.Address + 1) : 0;
        switch (format)
        {
            case F10x:
                (instruction.A, instruction.B) = (0, 0);
                return true;
            case F12x or F22c:
                return true;
            case F11n:
                (instruction.Literal, instruction.B) = ((sbyte)high >> 4, 0);
                return true;
            case F22s:
                instruction.Literal = (short)second;
                return true;
            case F22t:
                _branches.Add((instruction, (short)second));
                return true;
            case F10t or F20t:
                (instruction.A, instruction.B) = (0, 0);
                _branches.Add((instruction, format == F10t ? (sbyte)high : (short)second));
                return true;
            default:
                (instruction.A, instruction.B) = (high, 0);
                return ReadWithByteRegister(instruction, format, second);
        }
    }

    /// <summary>Formats of one and two units whose first register has eight bits.</summary>
    private bool ReadWithByteRegister(DexInstruction instruction, DexFormat format, int second)
    {
        switch (format)
        {
            case F11x or F21c:
                return true;
            case F22x:
                instruction.B = second;
                return true;
            case F21t:
                _branches.Add((instruction, (short)second));
                return true;
            case F21s:
                instruction.Literal = (short)second;
                return true;
            case F21h:
                instruction.Literal = instruction.Opcode == DexOpcode.ConstHigh16 ? second << 16 : (long)second << 48;
                return true;
            case F23x:
                (instruction.B, instruction.C) = (second & 0xff, second >> 8);
                return true;
            case F22b:
                (instruction.B, instruction.Literal) = (second & 0xff, (sbyte)(second >> 8));
                return true;
            default:
                return false;
        }
    }

    private void ReadLong(DexInstruction instruction, DexFormat format, int high)
    {
        var address = instruction.Address;
        var (second, third) = (body.Unit(address + 1), body.Unit(address + 2));
        var both = second | (third << 16);
        switch (format)
        {
            case F30t:
                instruction.A = 0;
                _branches.Add((instruction, both));
                break;
            case F32x:
                (instruction.A, instruction.B) = (second, third);
                break;
            case F31i:
                instruction.Literal = both;
                break;
            case F31t:
                _branches.Add((instruction, both));
                break;
            case F51l:
                instruction.Literal = (uint)both | ((long)(body.Unit(address + 3) | (body.Unit(address + 4) << 16)) << 32);
                break;
            case F35c or F45cc:
                instruction.A = 0;
                instruction.Arguments = Scattered(high, third, address);
                break;
            case F3rc or F4rcc:
                instruction.A = third;
                instruction.Arguments = [.. Enumerable.Range(third, high)];
                break;
        }
    }

    private int[] Scattered(int high, int third, int address)
    {
        int[] registers = [third & 15, (third >> 4) & 15, (third >> 8) & 15, third >> 12, high & 15];
        return high >> 4 <= registers.Length ? registers[..(high >> 4)] : throw input.Malformed("a call names more than five registers", body.OffsetOf(address));
    }

    private object Reference(in DexOpcodeInfo info, int address)
    {
        var offset = body.OffsetOf(address);
        var index = body.Unit(address + 1);
        return info.Index switch
        {
            DexIndexKind.String when info.Format == F31c => tables.String(index | (body.Unit(address + 2) << 16), offset),
            DexIndexKind.String => tables.String(index, offset),
            DexIndexKind.Type => tables.Type(index, offset),
            DexIndexKind.Field => tables.Field(index, offset),
            DexIndexKind.Method => tables.Method(index, offset),
            DexIndexKind.MethodAndProto => new DexPolymorphicReference(tables.Method(index, offset), tables.Proto(body.Unit(address + 3), offset)),
            DexIndexKind.CallSite => tables.CallSite(index, offset),
            DexIndexKind.MethodHandle => tables.MethodHandle(index, offset),
            _ => tables.Proto(index, offset),
        };
    }
}
