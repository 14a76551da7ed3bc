using Slipway.Formats.ClassFile;

namespace Slipway.Build.Shell.Lint;

/// <summary>
/// Finds for each instruction of a method the API level that is certain there: a comparison of <c>Build.VERSION.SDK_INT</c> with
/// a constant raises the level on one of its two branches; where branches meet, the lower level counts.
/// </summary>
internal sealed class SdkFlow
{
    private const int Unreached = -1;

    private readonly MethodCode _code;
    private readonly int[] _levels;
    private readonly HashSet<int> _targets = [];
    private readonly Stack<int> _pending = new();

    private SdkFlow(MethodCode code)
    {
        _code = code;
        _levels = new int[code.Instructions.Count];
        Array.Fill(_levels, Unreached);
        foreach (var instruction in code.Instructions)
            _targets.UnionWith(BranchTargets(instruction));
    }

    /// <summary>Returns the certain level before each instruction; unreachable code has the level of the method's start.</summary>
    public static int[] Analyze(MethodCode code, int levelAtStart)
    {
        var flow = new SdkFlow(code);
        flow.Reach(0, levelAtStart);
        while (flow._pending.TryPop(out var index))
            flow.Step(index);

        return Array.ConvertAll(flow._levels, level => level == Unreached ? levelAtStart : level);
    }

    private void Reach(int index, int level)
    {
        if (index >= 0 && index < _levels.Length && (_levels[index] == Unreached || level < _levels[index]))
        {
            _levels[index] = level;
            _pending.Push(index);
        }
    }

    private void Step(int index)
    {
        var level = _levels[index];
        foreach (var handler in _code.Handlers)
        {
            if (handler.Start <= index && index < handler.End)
                Reach(handler.Handler, level);
        }

        var instruction = _code.Instructions[index];
        var (jumping, falling) = Guard(index, instruction.Opcode);
        foreach (var target in BranchTargets(instruction))
            Reach(target, Math.Max(level, jumping));

        if (!EndsFlow(instruction.Opcode))
            Reach(index + 1, Math.Max(level, falling));
    }

    /// <summary>Returns the levels that a comparison proves on the branch that jumps and on the branch that falls through; 0 when it proves none.</summary>
    private (int Jumping, int Falling) Guard(int index, JvmOpcode opcode)
    {
        if (index < 2 || _targets.Contains(index) || _targets.Contains(index - 1))
            return (0, 0);

        var first = _code.Instructions[index - 2];
        var second = _code.Instructions[index - 1];
        if (IsSdkInt(first) && Constant(second) is { } right)
            return Proof(opcode, right);

        return IsSdkInt(second) && Constant(first) is { } left ? Proof(Mirror(opcode), left) : (0, 0);
    }

    /// <summary>For <c>SDK_INT opcode constant</c>.</summary>
    private static (int Jumping, int Falling) Proof(JvmOpcode opcode, int constant) => opcode switch
    {
        JvmOpcode.IfIcmpge or JvmOpcode.IfIcmpeq => (constant, 0),
        JvmOpcode.IfIcmpgt => (constant + 1, 0),
        JvmOpcode.IfIcmplt or JvmOpcode.IfIcmpne => (0, constant),
        JvmOpcode.IfIcmple => (0, constant + 1),
        _ => (0, 0),
    };

    private static JvmOpcode Mirror(JvmOpcode opcode) => opcode switch
    {
        JvmOpcode.IfIcmpge => JvmOpcode.IfIcmple,
        JvmOpcode.IfIcmpgt => JvmOpcode.IfIcmplt,
        JvmOpcode.IfIcmplt => JvmOpcode.IfIcmpgt,
        JvmOpcode.IfIcmple => JvmOpcode.IfIcmpge,
        _ => opcode,
    };

    private static bool IsSdkInt(JvmInstruction instruction) =>
        instruction is { Opcode: JvmOpcode.Getstatic, Symbol: MemberReference { Owner: "android/os/Build$VERSION", Name: "SDK_INT" } };

    private static int? Constant(JvmInstruction instruction) => instruction switch
    {
        { Opcode: JvmOpcode.Ipush } => instruction.Operand,
        { Opcode: JvmOpcode.Ldc, Symbol: int value } => value,
        _ => null,
    };

    private static IEnumerable<int> BranchTargets(JvmInstruction instruction) => instruction.Opcode switch
    {
        >= JvmOpcode.Ifeq and <= JvmOpcode.Jsr or JvmOpcode.Ifnull or JvmOpcode.Ifnonnull => [instruction.Operand],
        JvmOpcode.Tableswitch or JvmOpcode.Lookupswitch when instruction.Symbol is SwitchTable table => table.Targets.Append(table.Default),
        _ => [],
    };

    private static bool EndsFlow(JvmOpcode opcode) =>
        opcode is JvmOpcode.Goto or JvmOpcode.Athrow or JvmOpcode.Ret or (>= JvmOpcode.Tableswitch and <= JvmOpcode.Return);
}
