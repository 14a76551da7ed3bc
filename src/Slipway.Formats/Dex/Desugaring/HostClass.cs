using System.Globalization;
using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>A class during desugaring: its copy, its synthetic classes and the diagnostics.</summary>
internal sealed class HostClass
{
    private const int FirstLevelWithInterfaceBodies = 24;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<(JvmOpcode Opcode, MemberReference Member), MemberReference> _accessors = [];
    private JavaClass? _companion;

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

    public bool IsInterface => (Result.Access & JavaAccessFlags.Interface) != 0;

    /// <summary>Whether the host is an interface that may not hold code, because the lowest API level has no default methods.</summary>
    public bool HoldsNoBodies => IsInterface && Options.MinSdk < FirstLevelWithInterfaceBodies;

    /// <summary>The synthetic class for code that an interface may not hold.</summary>
    private JavaClass Companion => _companion ??= NewCompanion();

    /// <summary>Returns an unused name in the host's package: <c>Host$$Lambda$0</c> or <c>Host$$Backport</c>.</summary>
    public string NewClassName(string suffix)
    {
        var candidate = $"{Name}$${suffix}";
        for (var i = 0; Index.Any(candidate) is not null || !_taken.Add(candidate); i++)
            candidate = $"{Name}$${suffix}${i}";
        return candidate;
    }

    /// <summary>Adds a static helper method that only the host calls.</summary>
    public MemberReference AddPrivateHelper(string name, string descriptor, MethodCode code) =>
        AddStatic(JavaAccessFlags.Private, name, descriptor, code);

    /// <summary>Adds a static method to the host through which classes of its package call a method that only the host may call.</summary>
    public MemberReference Accessor(JvmOpcode opcode, MemberReference member)
    {
        if (!_accessors.TryGetValue((opcode, member), out var accessor))
        {
            accessor = AddAccessor($"$$reach${member.Name}", opcode, member);
            _accessors.Add((opcode, member), accessor);
        }

        return accessor;
    }

    /// <summary>Adds the accessor of a private instance method; other classes call it by the name from the plan.</summary>
    public void AddPlannedAccessor(JavaClass original, JavaMethod method) =>
        AddAccessor(AccessPlan.AccessorName(original, method.Name, method.Descriptor), JvmOpcode.Invokespecial, new(Name, method.Name, method.Descriptor, IsInterface));

    /// <summary>Whether a method of the host is the body of a lambda that must be moved out of the interface.</summary>
    public bool MovesOut(JavaMethod method)
    {
        const int bodyOfLambda = JavaAccessFlags.Static | JavaAccessFlags.Synthetic;
        return HoldsNoBodies && method.Code is not null && (method.Access & bodyOfLambda) == bodyOfLambda
            && method.Name.StartsWith("lambda$", StringComparison.Ordinal);
    }

    /// <summary>Returns the reference by which a static method of the host is called.</summary>
    public MemberReference PlaceOf(MemberReference member) =>
        HoldsNoBodies && ClassIndex.MethodOf(Result, member.Name, member.Descriptor) is { } method && MovesOut(method)
            ? new(Companion.Name, member.Name, member.Descriptor)
            : member;

    /// <summary>Moves the bodies of lambdas out of an interface that may hold no code.</summary>
    public void MoveBodiesOut()
    {
        foreach (var method in Result.Methods.FindAll(MovesOut))
        {
            Result.Methods.Remove(method);
            Companion.Methods.Add(ClassCopy.Of(method, JavaAccessFlags.Static | JavaAccessFlags.Synthetic, method.Code));
        }
    }

    private MemberReference AddAccessor(string name, JvmOpcode opcode, MemberReference member)
    {
        var shape = JvmMethodType.Parse(member.Descriptor);
        if (opcode != JvmOpcode.Invokestatic)
            shape = shape.WithLeading(JvmType.FromName(Name));
        var code = new CodeBuilder(shape.ParameterSlots);
        var slot = 0;
        foreach (var parameter in shape.Parameters)
        {
            code.Load(parameter, slot);
            slot += JvmType.Slots(parameter);
        }

        code.Invoke(opcode, member).Return(shape.Result);
        return AddStatic(IsInterface ? JavaAccessFlags.Public : 0, name, shape.ToString(), code.Build());
    }

    private MemberReference AddStatic(int access, string name, string descriptor, MethodCode code)
    {
        var target = HoldsNoBodies ? Companion : Result;
        var free = name;
        for (var i = 0; ClassIndex.MethodOf(target, free, descriptor) is not null; i++)
            free = $"{name}${i.ToString(CultureInfo.InvariantCulture)}";
        var visible = HoldsNoBodies ? 0 : access;
        target.Methods.Add(new() { Access = visible | JavaAccessFlags.Static | JavaAccessFlags.Synthetic, Name = free, Descriptor = descriptor, Code = code });
        return new(target.Name, free, descriptor, target == Result && IsInterface);
    }

    private JavaClass NewCompanion()
    {
        var companion = new JavaClass
        {
            Name = NewClassName("Companion"),
            SuperName = "java/lang/Object",
            Access = JavaAccessFlags.Final | JavaAccessFlags.Super | JavaAccessFlags.Synthetic,
            SourceFile = Result.SourceFile,
        };
        Synthetic.Add(companion);
        return companion;
    }
}
