using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>The method being translated; creates the exceptions that refuse it.</summary>
internal sealed class MethodContext
{
    private const int AccStatic = 0x8;
    private const int AccSynchronized = 0x20;

    private readonly Dictionary<string, MethodDescriptor> _shapes = new(StringComparer.Ordinal);

    public MethodContext(ClassContext owner, JavaMethod method, MethodCode code)
    {
        Owner = owner;
        Method = method;
        Code = code;
        Where = $"{owner.Class.Name}.{method.Name}{method.Descriptor}";
        Shape = ShapeOf(method.Descriptor);
    }

    public ClassContext Owner { get; }

    public JavaMethod Method { get; }

    public MethodCode Code { get; }

    /// <summary>Shape of the method itself, without the receiver.</summary>
    public MethodDescriptor Shape { get; }

    /// <summary>Class, name and descriptor, for messages.</summary>
    public string Where { get; }

    /// <summary>Index of the current instruction, for messages; -1 before the first.</summary>
    public int Instruction { get; set; } = -1;

    public bool IsStatic => (Method.Access & AccStatic) != 0;

    public bool IsSynchronized => (Method.Access & AccSynchronized) != 0;

    public bool IsConstructor => Method.Name == "<init>";

    public int ParameterWords => Shape.Words + (IsStatic ? 0 : 1);

    public MethodDescriptor ShapeOf(string descriptor)
    {
        if (!_shapes.TryGetValue(descriptor, out var shape))
        {
            shape = MethodDescriptor.TryParse(descriptor) ?? throw Malformed($"'{descriptor}' is not a method descriptor");
            _shapes.Add(descriptor, shape);
        }
        return shape;
    }

    /// <summary>Returns the type descriptor of a class constant; refuses an invalid name.</summary>
    public string TypeOf(string internalName) =>
        TypeNames.IsValid(internalName) ? Owner.TypeOf(internalName) : throw Malformed($"'{internalName}' is not a name of a class");

    public MalformedInputException Malformed(string reason) =>
        new("class file", Instruction < 0 ? reason : $"{reason} (instruction {Instruction})", entry: Where);

    public UnsupportedCodeException Unsupported(string reason, DexDiagnosticKind kind = DexDiagnosticKind.UnsupportedCode) =>
        new(Where, Instruction < 0 ? reason : $"{reason} (instruction {Instruction})", kind);
}
