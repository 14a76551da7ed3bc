using Slipway.Formats.ClassFile;
using Slipway.Formats.Dex.Desugaring.Backports;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>
/// Replaces calls of library methods that the lowest API level lacks with calls of static methods in one synthetic class next to the
/// host.
/// </summary>
internal sealed class BackportCalls(HostClass host)
{
    private readonly Dictionary<Backport, MemberReference> _made = [];
    private JavaClass? _helper;

    public JvmInstruction Rewrite(JvmInstruction instruction, MemberReference member)
    {
        if (instruction.Opcode == JvmOpcode.Invokespecial || !BackportTable.Instance.Knows(member.Name) || Find(member) is not { } backport)
            return instruction;
        var isStatic = instruction.Opcode == JvmOpcode.Invokestatic;
        if (backport.NativeSince <= host.Options.MinSdk || isStatic != backport.Receiver is null)
            return instruction;
        return new(JvmOpcode.Invokestatic, Symbol: Replacement(backport, member));
    }

    /// <summary>
    /// Looks up a method by its owner or, when the owner is a class to compile that inherits it, by its first superclass in the
    /// library.
    /// </summary>
    private Backport? Find(MemberReference member)
    {
        var owner = member.Owner;
        for (var visited = 0; host.Index.Any(owner) is { SuperName: { } super } known && visited < 1000; visited++)
        {
            if (ClassIndex.MethodOf(known, member.Name, member.Descriptor) is not null)
                return null;
            owner = super;
        }

        return BackportTable.Instance.Find(member with { Owner = owner, IsInterface = false }) is { } backport
            && (owner == member.Owner || backport.Receiver is not null) ? backport : null;
    }

    private MemberReference Replacement(Backport backport, MemberReference member)
    {
        if (_made.TryGetValue(backport, out var known))
            return known;
        var shape = JvmMethodType.Parse(member.Descriptor);
        if (backport.Receiver is { } receiver)
            shape = shape.WithLeading(receiver);
        _helper ??= NewHelper();
        var made = new MemberReference(_helper.Name, $"{member.Name}${_made.Count}", shape.ToString());
        _made.Add(backport, made);
        var builder = new CodeBuilder(shape.ParameterSlots);
        backport.Body(builder);
        var code = builder.Build();
        for (var i = 0; i < code.Instructions.Count; i++)
        {
            if (code.Instructions[i].Symbol is MemberReference called && code.Instructions[i].Opcode >= JvmOpcode.Invokevirtual)
                code.Instructions[i] = Rewrite(code.Instructions[i], called);
        }

        _helper.Methods.Add(new() { Access = JavaAccessFlags.Static | JavaAccessFlags.Synthetic, Name = made.Name, Descriptor = made.Descriptor, Code = code });
        return made;
    }

    private JavaClass NewHelper()
    {
        var helper = new JavaClass
        {
            Name = host.NewClassName("Backport"),
            SuperName = "java/lang/Object",
            Access = JavaAccessFlags.Final | JavaAccessFlags.Super | JavaAccessFlags.Synthetic,
        };
        host.Synthetic.Add(helper);
        return helper;
    }
}
