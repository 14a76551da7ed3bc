using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>A class while it is desugared: its copy, the synthetic classes beside it and what went wrong.</summary>
internal sealed class HostClass
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public HostClass(JavaClass original, ClassIndex index, AccessPlan plan, DexOptions options)
    {
        Result = ClassCopy.Of(original);
        Index = index;
        Plan = plan;
        Options = options;
        Calls = new CallRewriter(this);
    }

    public string Name => Result.Name;

    public JavaClass Result { get; }

    public ClassIndex Index { get; }

    public AccessPlan Plan { get; }

    public DexOptions Options { get; }

    public CallRewriter Calls { get; }

    public List<JavaClass> Synthetic { get; } = [];

    public List<DexDiagnostic> Diagnostics { get; } = [];

    public bool IsInterface => (Result.Access & JavaAccess.Interface) != 0;

    /// <summary>A free name in the host's package: <c>Host$$Lambda$0</c> or <c>Host$$Backport</c>.</summary>
    public string NewClassName(string suffix)
    {
        var candidate = $"{Name}$${suffix}";
        for (var i = 0; Index.Any(candidate) is not null || !_taken.Add(candidate); i++)
            candidate = $"{Name}$${suffix}${i}";
        return candidate;
    }

    /// <summary>Adds a static helper method to the host that its own code alone calls.</summary>
    public MemberReference AddPrivateHelper(string name, string descriptor, MethodCode code) =>
        AddStatic(JavaAccess.Private, name, descriptor, code);

    /// <summary>Adds a static method to the host through which its package reaches a method that only the host may call so.</summary>
    public MemberReference Accessor(JvmOpcode opcode, MemberReference member)
    {
        var shape = MethodShape.Parse(member.Descriptor);
        if (opcode != JvmOpcode.Invokestatic)
            shape = shape.WithLeading(JvmType.FromName(Name));
        var name = AccessPlan.AccessorName(opcode == JvmOpcode.Invokespecial && member.Owner != Name ? $"super${member.Owner.Replace('/', '_')}${member.Name}" : member.Name);
        var descriptor = shape.ToString();
        if (ClassIndex.MethodOf(Result, name, descriptor) is not null)
            return new(Name, name, descriptor, IsInterface);
        var code = new CodeBuilder(shape.ParameterSlots);
        var slot = 0;
        foreach (var parameter in shape.Parameters)
        {
            code.Load(parameter, slot);
            slot += JvmType.Slots(parameter);
        }

        code.Invoke(opcode, member).Return(shape.Result);
        return AddStatic(IsInterface ? JavaAccess.Public : 0, name, descriptor, code.Build());
    }

    private MemberReference AddStatic(int access, string name, string descriptor, MethodCode code)
    {
        Result.Methods.Add(new() { Access = access | JavaAccess.Static | JavaAccess.Synthetic, Name = name, Descriptor = descriptor, Code = code });
        return new(Name, name, descriptor, IsInterface);
    }
}
