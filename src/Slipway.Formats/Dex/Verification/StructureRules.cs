namespace Slipway.Formats.Dex.Verification;

/// <summary>Rules that do not depend on the flow of control: counts, the end of the code, and positions of move-result and move-exception.</summary>
internal static class StructureRules
{
    public static bool CheckCounts(DexCode code, DexMethodDescriptor shape, MethodScope scope)
    {
        var ins = shape.Words + (scope.IsStatic ? 0 : 1);
        if (code.Ins != ins)
        {
            scope.Error(-1, $"the code has {code.Ins} incoming words, but the descriptor takes {ins}");
            return false;
        }

        if (code.Registers < code.Ins || code.Registers > ushort.MaxValue)
        {
            scope.Error(-1, $"{code.Registers} registers do not hold {code.Ins} incoming words");
            return false;
        }

        return true;
    }

    public static bool CheckPlaces(CodeGraph graph, DexCode code, MethodScope scope)
    {
        if (graph.Code.Length == 0)
        {
            scope.Error(0, "control falls off the end of the code");
            return false;
        }

        var isSound = true;
        for (var i = 0; i < graph.Code.Length; i++)
        {
            if (Fault(graph, code, i) is { } fault)
            {
                scope.Error(AddressOf(graph, i), fault);
                isSound = false;
            }
        }

        return isSound;
    }

    private static int AddressOf(CodeGraph graph, int position) => graph.Code[position].Address is >= 0 and var at ? at : position;

    private static string? Fault(CodeGraph graph, DexCode code, int position)
    {
        var instruction = graph.Code[position];
        var opcode = instruction.Opcode;
        if (opcode is >= DexOpcode.MoveResult and <= DexOpcode.MoveResultObject)
        {
            return position == 0 || !DexOpcodeTable.Info(graph.Code[position - 1].Opcode).SetsResult ? "move-result does not follow a call"
                : graph.IsTarget[position] || graph.IsHandler[position] ? "move-result can be reached without its call" : null;
        }

        if (opcode == DexOpcode.MoveException)
        {
            return position == 0 || graph.IsTarget[position] || !DexOpcodeTable.Info(graph.Code[position - 1].Opcode).EndsFlow
                ? "move-exception can be reached without an exception" : null;
        }

        return CountFault(instruction, code);
    }

    private static string? CountFault(DexInstruction instruction, DexCode code)
    {
        var info = DexOpcodeTable.Info(instruction.Opcode);
        if (info.Format is DexFormat.None)
            return $"there is no operation 0x{(int)instruction.Opcode:x2}";

        var highest = info.Format switch
        {
            DexFormat.F10x or DexFormat.F10t or DexFormat.F20t or DexFormat.F30t => -1,
            DexFormat.F35c or DexFormat.F45cc => instruction.Arguments.Length == 0 ? -1 : instruction.Arguments.Max(),
            DexFormat.F3rc or DexFormat.F4rcc => instruction.Arguments.Length == 0 ? -1 : instruction.A + instruction.Arguments.Length - 1,
            DexFormat.F12x or DexFormat.F22x or DexFormat.F32x or DexFormat.F22b or DexFormat.F22s or DexFormat.F22c or DexFormat.F22t => Math.Max(instruction.A, instruction.B),
            DexFormat.F23x => Math.Max(instruction.A, Math.Max(instruction.B, instruction.C)),
            _ => instruction.A,
        };
        if (highest >= code.Registers)
            return $"v{highest} is beyond the {code.Registers} registers";

        var isCall = info.SetsResult && info.Index != DexIndexKind.Type;
        return isCall && instruction.Arguments.Length > code.Outs ? $"a call passes {instruction.Arguments.Length} words, but the code has only {code.Outs} outgoing words" : null;
    }
}
