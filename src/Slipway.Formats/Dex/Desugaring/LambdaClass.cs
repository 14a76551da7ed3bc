using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>
/// Builds the class for one lambda expression or method reference: a field for each captured value, the interface method and its
/// bridges. A class without captured values has one instance. Instances of others are made by a static method with the descriptor of
/// the call site, so that one instruction replaces the call site.
/// </summary>
internal sealed class LambdaClass(string name, LambdaSite site, LambdaTarget target)
{
    private const string InstanceField = "INSTANCE";
    private const string FactoryMethod = "create";
    private readonly MemberReference[] _fields = [.. site.Captured.Select((type, i) => new MemberReference(name, $"c{i}", type))];
    private readonly string _constructor = new JvmMethodType(site.Captured, "V").ToString();
    private readonly string _type = JvmType.FromName(name);

    /// <summary>Whether the types of the call site are consistent.</summary>
    public bool IsWellFormed =>
        site.Instantiated.Parameters.Count + site.Captured.Count == target.Arguments.Count
        && site.MethodDescriptors.All(d => JvmMethodType.Parse(d).Parameters.Count == site.Instantiated.Parameters.Count);

    /// <summary>The instruction that replaces the call site.</summary>
    public JvmInstruction Replacement(string siteDescriptor) => site.Captured.Count == 0
        ? new(JvmOpcode.Getstatic, Symbol: new MemberReference(name, InstanceField, _type))
        : new(JvmOpcode.Invokestatic, Symbol: new MemberReference(name, FactoryMethod, siteDescriptor));

    public JavaClass Build()
    {
        var result = new JavaClass { Name = name, SuperName = "java/lang/Object", Access = JavaAccessFlags.Final | JavaAccessFlags.Super | JavaAccessFlags.Synthetic };
        result.Interfaces.Add(site.Interface);
        result.Interfaces.AddRange(site.Markers);
        foreach (var field in _fields)
            result.Fields.Add(new() { Access = JavaAccessFlags.Private | JavaAccessFlags.Final | JavaAccessFlags.Synthetic, Name = field.Name, Descriptor = field.Descriptor });
        result.Methods.Add(new() { Access = JavaAccessFlags.Private | JavaAccessFlags.Synthetic, Name = "<init>", Descriptor = _constructor, Code = Constructor() });
        if (_fields.Length == 0)
            AddInstance(result);
        else
            AddFactory(result);
        foreach (var descriptor in site.MethodDescriptors)
            result.Methods.Add(new() { Access = JavaAccessFlags.Public | JavaAccessFlags.Synthetic, Name = site.MethodName, Descriptor = descriptor, Code = Method(JvmMethodType.Parse(descriptor)) });
        return result;
    }

    private MethodCode Constructor()
    {
        var code = new CodeBuilder(1 + site.Captured.Sum(JvmType.Slots));
        code.ALoad(0).InvokeSpecial("java/lang/Object", "<init>", "()V");
        var slot = 1;
        foreach (var field in _fields)
        {
            code.ALoad(0).Load(field.Descriptor, slot).PutField(field);
            slot += JvmType.Slots(field.Descriptor);
        }

        return code.Return("V").Build();
    }

    private void AddInstance(JavaClass result)
    {
        result.Fields.Add(new() { Access = JavaAccessFlags.Static | JavaAccessFlags.Final | JavaAccessFlags.Synthetic, Name = InstanceField, Descriptor = _type });
        var code = new CodeBuilder(0)
            .New(name).Op(JvmOpcode.Dup).InvokeSpecial(name, "<init>", "()V")
            .PutStatic(new(name, InstanceField, _type)).Return("V");
        result.Methods.Add(new() { Access = JavaAccessFlags.Static | JavaAccessFlags.Synthetic, Name = "<clinit>", Descriptor = "()V", Code = code.Build() });
    }

    private void AddFactory(JavaClass result)
    {
        var code = new CodeBuilder(site.Captured.Sum(JvmType.Slots)).New(name).Op(JvmOpcode.Dup);
        var slot = 0;
        foreach (var type in site.Captured)
        {
            code.Load(type, slot);
            slot += JvmType.Slots(type);
        }

        code.InvokeSpecial(name, "<init>", _constructor).Return(_type);
        result.Methods.Add(new()
        {
            Access = JavaAccessFlags.Static | JavaAccessFlags.Synthetic,
            Name = FactoryMethod,
            Descriptor = new JvmMethodType(site.Captured, JvmType.FromName(site.Interface)).ToString(),
            Code = code.Build(),
        });
    }

    private MethodCode Method(JvmMethodType shape)
    {
        var code = new CodeBuilder(1 + shape.ParameterSlots);
        if (target.Constructs is { } constructed)
            code.New(constructed).Op(JvmOpcode.Dup);
        foreach (var field in _fields)
            code.ALoad(0).GetField(field);
        var slot = 1;
        for (var i = 0; i < shape.Parameters.Count; i++)
        {
            code.Load(shape.Parameters[i], slot);
            TypeConversion.Emit(code, shape.Parameters[i], target.Arguments[_fields.Length + i], site.Instantiated.Parameters[i]);
            slot += JvmType.Slots(shape.Parameters[i]);
        }

        code.Invoke(target.Call.Opcode, (MemberReference)target.Call.Symbol!);
        EmitReturn(code, shape.Result);
        return code.Build();
    }

    private void EmitReturn(CodeBuilder code, string result)
    {
        if (result == "V" || target.Result == "V")
        {
            if (target.Result != "V")
                code.Op(JvmType.Slots(target.Result) == 2 ? JvmOpcode.Pop2 : JvmOpcode.Pop);
            code.Return("V");
            return;
        }

        TypeConversion.Emit(code, target.Result, result, site.Instantiated.Result);
        code.Return(result);
    }
}
