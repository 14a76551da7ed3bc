using Slipway.Formats.ClassFile;
using static Slipway.Formats.ClassFile.JvmOpcode;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>Builds the code of one synthetic method: branches refer to labels; the depth of the stack and the number of locals are tracked.</summary>
internal sealed class CodeBuilder
{
    private readonly MethodCode _code = new();
    private readonly List<(int Index, CodeLabel Label)> _branches = [];
    private readonly List<(CodeLabel Start, CodeLabel End, CodeLabel Handler, string? Type)> _handlers = [];
    private int _depth;

    /// <summary>Starts the code of a method whose parameters, including the receiver, take this many slots.</summary>
    public CodeBuilder(int parameterSlots) => _code.MaxLocals = parameterSlots;

    /// <summary>Reserves a local variable and returns its slot.</summary>
    public int NewLocal(string descriptor)
    {
        var slot = _code.MaxLocals;
        _code.MaxLocals += JvmType.Slots(descriptor);
        return slot;
    }

    public CodeBuilder Load(string descriptor, int slot) => Emit(new(JvmType.LoadOpcode(descriptor), slot), JvmType.Slots(descriptor));

    public CodeBuilder Store(string descriptor, int slot) => Emit(new(JvmType.StoreOpcode(descriptor), slot), -JvmType.Slots(descriptor));

    public CodeBuilder ALoad(int slot) => Load(JvmType.Object, slot);

    public CodeBuilder AStore(int slot) => Store(JvmType.Object, slot);

    public CodeBuilder ILoad(int slot) => Load("I", slot);

    public CodeBuilder IStore(int slot) => Store("I", slot);

    public CodeBuilder Increment(int slot, int by) => Emit(new(JvmOpcode.Iinc, slot, by), 0);

    public CodeBuilder Int(int value) => value is >= short.MinValue and <= short.MaxValue ? Emit(new(JvmOpcode.Ipush, value), 1) : Constant(value);

    /// <summary>Pushes an int, long, float, double, string or class constant.</summary>
    public CodeBuilder Constant(object value) => Emit(new(JvmOpcode.Ldc, Symbol: value), value is long or double ? 2 : 1);

    public CodeBuilder Op(JvmOpcode opcode) => Emit(new(opcode), StackEffect.Of(opcode));

    public CodeBuilder InvokeStatic(string owner, string name, string descriptor) => Invoke(JvmOpcode.Invokestatic, new(owner, name, descriptor));

    public CodeBuilder InvokeVirtual(string owner, string name, string descriptor) => Invoke(JvmOpcode.Invokevirtual, new(owner, name, descriptor));

    public CodeBuilder InvokeSpecial(string owner, string name, string descriptor) => Invoke(JvmOpcode.Invokespecial, new(owner, name, descriptor));

    public CodeBuilder InvokeInterface(string owner, string name, string descriptor) => Invoke(JvmOpcode.Invokeinterface, new(owner, name, descriptor, true));

    public CodeBuilder Invoke(JvmOpcode opcode, MemberReference method)
    {
        var shape = JvmMethodType.Parse(method.Descriptor);
        var receiver = opcode == JvmOpcode.Invokestatic ? 0 : 1;
        return Emit(new(opcode, Symbol: method), JvmType.Slots(shape.Result) - shape.ParameterSlots - receiver);
    }

    public CodeBuilder GetField(MemberReference field) => Emit(new(JvmOpcode.Getfield, Symbol: field), JvmType.Slots(field.Descriptor) - 1);

    public CodeBuilder PutField(MemberReference field) => Emit(new(JvmOpcode.Putfield, Symbol: field), -JvmType.Slots(field.Descriptor) - 1);

    public CodeBuilder GetStatic(MemberReference field) => Emit(new(JvmOpcode.Getstatic, Symbol: field), JvmType.Slots(field.Descriptor));

    public CodeBuilder PutStatic(MemberReference field) => Emit(new(JvmOpcode.Putstatic, Symbol: field), -JvmType.Slots(field.Descriptor));

    public CodeBuilder New(string name) => Emit(new(JvmOpcode.New, Symbol: name), 1);

    /// <summary>Makes an array of references; the length is on the stack.</summary>
    public CodeBuilder NewArray(string elementName) => Emit(new(JvmOpcode.Anewarray, Symbol: elementName), 0);

    /// <summary>Makes an array of a primitive type by its code (JVMS table 6.5.newarray-A); the length is on the stack.</summary>
    public CodeBuilder NewPrimitiveArray(int code) => Emit(new(JvmOpcode.Newarray, code), 0);

    public CodeBuilder Cast(string name) => Emit(new(JvmOpcode.Checkcast, Symbol: name), 0);

    public CodeBuilder InstanceOf(string name) => Emit(new(JvmOpcode.Instanceof, Symbol: name), 0);

    public CodeBuilder Branch(JvmOpcode opcode, CodeLabel target)
    {
        _branches.Add((_code.Instructions.Count, target));
        Emit(new(opcode), StackEffect.Of(opcode));
        target.Depth = _depth;
        return this;
    }

    public CodeBuilder Goto(CodeLabel target) => Branch(JvmOpcode.Goto, target);

    public CodeBuilder Place(CodeLabel label)
    {
        label.Index = _code.Instructions.Count;
        if (label.Depth >= 0)
            _depth = label.Depth;
        return this;
    }

    /// <summary>Places the start of a handler: the stack holds the exception alone.</summary>
    public CodeBuilder PlaceHandler(CodeLabel label, CodeLabel start, CodeLabel end, string? type)
    {
        label.Depth = 1;
        _code.MaxStack = Math.Max(_code.MaxStack, 1);
        _handlers.Add((start, end, label, type));
        return Place(label);
    }

    public CodeBuilder Return(string descriptor) => Emit(new(JvmType.ReturnOpcode(descriptor)), -JvmType.Slots(descriptor));

    public MethodCode Build()
    {
        foreach (var (index, label) in _branches)
            _code.Instructions[index] = _code.Instructions[index] with { Operand = label.Index };
        foreach (var (start, end, handler, type) in _handlers)
            _code.Handlers.Add(new(start.Index, end.Index, handler.Index, type));
        return _code;
    }

    private CodeBuilder Emit(JvmInstruction instruction, int effect)
    {
        _code.Instructions.Add(instruction);
        _depth += effect;
        _code.MaxStack = Math.Max(_code.MaxStack, _depth);
        return this;
    }
}

/// <summary>A position in the code that a <see cref="CodeBuilder"/> builds.</summary>
internal sealed class CodeLabel
{
    /// <summary>Index of the instruction that follows; -1 before it is placed.</summary>
    public int Index { get; set; } = -1;

    /// <summary>Depth of the operand stack at the label, in slots; -1 before anything jumps to it.</summary>
    public int Depth { get; set; } = -1;
}

/// <summary>Returns by how many slots an instruction without a symbol changes the depth of the operand stack (JVMS 6.5).</summary>
internal static class StackEffect
{
    public static int Of(JvmOpcode opcode) => opcode switch
    {
        Dup2 or Dup2X1 or Dup2X2 => 2,
        AconstNull or Dup or DupX1 or DupX2 or I2l or I2d or F2l or F2d => 1,
        Nop or Goto or Swap or Arraylength or Ineg or Lneg or Fneg or Dneg or I2f or L2d or F2i or D2l or I2b or I2c or I2s => 0,
        Laload or Daload => 0,
        Iaload or Faload or Aaload or Baload or Caload or Saload => -1,
        Iadd or Isub or Imul or Idiv or Irem or Iand or Ior or Ixor or Ishl or Ishr or Iushr => -1,
        Fadd or Fsub or Fmul or Fdiv or Frem or Lshl or Lshr or Lushr or L2i or L2f or D2i or D2f or Fcmpl or Fcmpg => -1,
        Pop or Athrow or Ifeq or Ifne or Iflt or Ifge or Ifgt or Ifle or Ifnull or Ifnonnull or Monitorenter or Monitorexit => -1,
        Pop2 or Ladd or Lsub or Lmul or Ldiv or Lrem or Land or Lor or Lxor or Dadd or Dsub or Dmul or Ddiv or Drem => -2,
        IfIcmpeq or IfIcmpne or IfIcmplt or IfIcmpge or IfIcmpgt or IfIcmple or IfAcmpeq or IfAcmpne => -2,
        Lcmp or Dcmpl or Dcmpg or Iastore or Fastore or Aastore or Bastore or Castore or Sastore => -3,
        Lastore or Dastore => -4,
        _ => throw new ArgumentOutOfRangeException(nameof(opcode), opcode, "This instruction has operands."),
    };
}
