using System.Globalization;

namespace Slipway.Formats.Dex.Listing;

/// <summary>Formats one instruction: mnemonic, registers, literal, reference, target.</summary>
internal static class InstructionText
{
    public static string Of(DexInstruction instruction)
    {
        var operands = string.Join(", ", Operands(instruction));
        var name = DexOpcodeTable.Name(instruction.Opcode);
        return operands.Length == 0 ? name : name + " " + operands;
    }

    /// <summary>A reference operand: a quoted string for const-string, otherwise the member or type.</summary>
    public static string Reference(object? reference, bool isText) => reference switch
    {
        string text when isText => Quote(text),
        string type => type,
        DexFieldReference field => $"{field.Owner}->{field.Name}:{field.Type}",
        DexMethodReference method => $"{method.Owner}->{method.Name}{method.Descriptor}",
        _ => reference?.ToString() ?? "?",
    };

    /// <summary>Quotes a string and escapes all characters other than printable ASCII, so that a listing is always ASCII.</summary>
    public static string Quote(string text)
    {
        var quoted = new System.Text.StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                >= ' ' and <= '~' => c.ToString(),
                _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
            });
        }

        return quoted.Append('"').ToString();
    }

    private static IEnumerable<string> Operands(DexInstruction ins)
    {
        var registers = Registers(ins);
        foreach (var register in registers)
            yield return register;

        if (HasLiteral(ins.Opcode))
            yield return "#" + ins.Literal.ToString(CultureInfo.InvariantCulture);

        if (ins.Reference is not null)
            yield return Reference(ins.Reference, ins.Opcode is DexOpcode.ConstString or DexOpcode.ConstStringJumbo);

        if (ins.Target is { } target)
            yield return Address(target.Address);

        if (ins.Switch is { } table)
            yield return "{" + string.Join(", ", table.Keys.Zip(table.Targets, (key, label) => $"{key}: {Address(label.Address)}")) + "}";

        if (ins.ArrayData is { } data)
            yield return $"{data.ElementWidth}x{data.Data.Length / Math.Max(1, data.ElementWidth)} {Convert.ToHexStringLower(data.Data.Span)}";
    }

    public static string Address(int address) => address < 0 ? "?" : address.ToString("x4", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Registers(DexInstruction ins)
    {
        var count = RegisterCount(ins.Opcode);
        if (count < 0)
            return [Words(ins)];

        return new[] { ins.A, ins.B, ins.C }.Take(count).Select(register => $"v{register}");
    }

    private static string Words(DexInstruction ins)
    {
        var isRange = ins.Opcode is DexOpcode.FilledNewArrayRange or DexOpcode.InvokePolymorphicRange or DexOpcode.InvokeCustomRange
            or (>= DexOpcode.InvokeVirtualRange and <= DexOpcode.InvokeInterfaceRange);
        return isRange && ins.Arguments.Length > 0
            ? $"{{v{ins.A} .. v{ins.A + ins.Arguments.Length - 1}}}"
            : $"{{{string.Join(", ", ins.Arguments.Select(register => $"v{register}"))}}}";
    }

    /// <summary>Returns the number of registers vA, vB, vC of an operation; -1 for a list of arguments.</summary>
    private static int RegisterCount(DexOpcode opcode) => opcode switch
    {
        DexOpcode.Nop or DexOpcode.ReturnVoid or (>= DexOpcode.Goto and <= DexOpcode.Goto32) => 0,
        DexOpcode.FilledNewArray or DexOpcode.FilledNewArrayRange => -1,
        (>= DexOpcode.InvokeVirtual and <= DexOpcode.InvokeInterfaceRange) or (>= DexOpcode.InvokePolymorphic and <= DexOpcode.InvokeCustomRange) => -1,
        <= DexOpcode.MoveObject16 => 2,
        DexOpcode.InstanceOf or DexOpcode.ArrayLength or DexOpcode.NewArray => 2,
        <= DexOpcode.SparseSwitch => 1,
        <= DexOpcode.CmpLong => 3,
        <= DexOpcode.IfLe => 2,
        <= DexOpcode.IfLez => 1,
        <= DexOpcode.AputShort => 3,
        <= DexOpcode.IputShort => 2,
        <= DexOpcode.SputShort => 1,
        <= DexOpcode.IntToShort => 2,
        <= DexOpcode.RemDouble => 3,
        <= DexOpcode.UshrIntLit8 => 2,
        _ => 1,
    };

    private static bool HasLiteral(DexOpcode opcode) =>
        opcode is (>= DexOpcode.Const4 and <= DexOpcode.ConstWideHigh16) or (>= DexOpcode.AddIntLit16 and <= DexOpcode.UshrIntLit8);
}
