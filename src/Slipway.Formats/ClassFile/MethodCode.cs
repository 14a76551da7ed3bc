namespace Slipway.Formats.ClassFile;

/// <summary>A Code attribute (JVMS 4.7.3) with decoded instructions. All positions are indices into <see cref="Instructions"/>.</summary>
public sealed class MethodCode
{
    /// <summary>Depth of the operand stack, in slots (long and double take two).</summary>
    public int MaxStack { get; set; }

    /// <summary>Number of local variable slots, parameters included.</summary>
    public int MaxLocals { get; set; }

    /// <summary>Instructions in order.</summary>
    public List<JvmInstruction> Instructions { get; } = [];

    /// <summary>Exception table, in order: the first matching row applies.</summary>
    public List<ExceptionHandler> Handlers { get; } = [];

    /// <summary>Line number table, sorted by instruction index.</summary>
    public List<LineNumber> Lines { get; } = [];

    /// <summary>Local variable table, in file order.</summary>
    public List<LocalVariable> LocalVariables { get; } = [];
}
