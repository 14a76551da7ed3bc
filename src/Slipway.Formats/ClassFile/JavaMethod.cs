namespace Slipway.Formats.ClassFile;

/// <summary>A method of a class file (JVMS 4.6).</summary>
public sealed class JavaMethod
{
    /// <summary>Access flags as in the file.</summary>
    public int Access { get; set; }

    /// <summary>Simple name, or <c>&lt;init&gt;</c>, <c>&lt;clinit&gt;</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Method descriptor, for example <c>(ILjava/lang/String;)V</c>.</summary>
    public required string Descriptor { get; set; }

    /// <summary>The code; null for abstract and native methods and in stubs.</summary>
    public MethodCode? Code { get; set; }

    /// <summary>Internal names of the declared exceptions.</summary>
    public List<string> Exceptions { get; } = [];

    /// <summary>Generic signature.</summary>
    public string? Signature { get; set; }

    /// <summary>Runtime visible and invisible annotations.</summary>
    public List<AnnotationUsage> Annotations { get; } = [];

    /// <summary>Annotations by parameter; empty when no parameter has one.</summary>
    public List<List<AnnotationUsage>> ParameterAnnotations { get; } = [];

    /// <summary>AnnotationDefault of an annotation's element.</summary>
    public ElementValue? AnnotationDefault { get; set; }

    /// <summary>MethodParameters attribute; empty when absent.</summary>
    public List<MethodParameterEntry> Parameters { get; } = [];

    /// <summary>Deprecated attribute present.</summary>
    public bool IsDeprecated { get; set; }
}

/// <summary>One entry of a MethodParameters attribute (JVMS 4.7.24).</summary>
/// <param name="Name">The parameter's name; null when unnamed.</param>
/// <param name="Access">ACC_FINAL, ACC_SYNTHETIC, ACC_MANDATED.</param>
public sealed record MethodParameterEntry(string? Name, int Access);

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

/// <summary>One row of an exception table.</summary>
/// <param name="Start">Index of the first covered instruction.</param>
/// <param name="End">Index after the last covered instruction; may equal the number of instructions.</param>
/// <param name="Handler">Index of the handler's first instruction.</param>
/// <param name="CatchType">Internal name of the caught class; null for a handler that catches everything.</param>
public sealed record ExceptionHandler(int Start, int End, int Handler, string? CatchType);

/// <summary>A source line that starts at an instruction.</summary>
/// <param name="Instruction">Index of the instruction.</param>
/// <param name="Line">Line in the source, from 1.</param>
public readonly record struct LineNumber(int Instruction, int Line);

/// <summary>One entry of a LocalVariableTable (JVMS 4.7.13).</summary>
/// <param name="Start">Index of the first instruction at which it has a value.</param>
/// <param name="End">Index after the last one.</param>
/// <param name="Name">Name.</param>
/// <param name="Descriptor">Type descriptor.</param>
/// <param name="Slot">Local variable slot.</param>
/// <param name="Signature">Generic signature from the LocalVariableTypeTable, when it has one.</param>
public sealed record LocalVariable(int Start, int End, string Name, string Descriptor, int Slot, string? Signature);
