using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>The call in the class of a lambda.</summary>
/// <param name="Call">The invoke instruction.</param>
/// <param name="Arguments">Type descriptors of its operands, the receiver included and a new object excluded.</param>
/// <param name="Result">Type descriptor of the result.</param>
/// <param name="Constructs">Internal name of the class to instantiate first; null for a call of a plain method.</param>
internal sealed record LambdaTarget(JvmInstruction Call, IReadOnlyList<string> Arguments, string Result, string? Constructs)
{
    /// <summary>Determines how a synthetic class calls the implementation; null for a handle that does not name a method.</summary>
    public static LambdaTarget? For(HostClass host, MethodHandleConstant handle)
    {
        var member = handle.Member;
        if (host.Plan.StaticRoute(member.Owner, member.Name, member.Descriptor) is { } route)
            return Static(host, route);
        switch (handle.Kind)
        {
            case MethodHandleKind.NewInvokeSpecial:
                var constructor = new JvmInstruction(JvmOpcode.Invokespecial, Symbol: member);
                return new(constructor, JvmMethodType.Parse(member.Descriptor).Parameters, JvmType.FromName(member.Owner), member.Owner);
            case MethodHandleKind.InvokeSpecial:
                return Static(host, host.Accessor(JvmOpcode.Invokespecial, member));
            case MethodHandleKind.InvokeStatic:
                return IsOutOfReach(host, member) ? Static(host, host.Accessor(JvmOpcode.Invokestatic, member)) : Static(host, member);
            case MethodHandleKind.InvokeVirtual:
                return IsOutOfReach(host, member) ? Static(host, host.Accessor(JvmOpcode.Invokevirtual, member)) : Instance(host, JvmOpcode.Invokevirtual, member);
            case MethodHandleKind.InvokeInterface:
                return Instance(host, JvmOpcode.Invokeinterface, member);
            default:
                return null;
        }
    }

    private static LambdaTarget Static(HostClass host, MemberReference member)
    {
        var shape = JvmMethodType.Parse(member.Descriptor);
        return new(host.Calls.Rewrite(new(JvmOpcode.Invokestatic, Symbol: member)), shape.Parameters, shape.Result, null);
    }

    private static LambdaTarget Instance(HostClass host, JvmOpcode opcode, MemberReference member)
    {
        var shape = JvmMethodType.Parse(member.Descriptor).WithLeading(JvmType.FromName(member.Owner));
        return new(host.Calls.Rewrite(new(opcode, Symbol: member)), shape.Parameters, shape.Result, null);
    }

    /// <summary>Whether only the host, as a subclass, may call the method: protected in a class of another package.</summary>
    private static bool IsOutOfReach(HostClass host, MemberReference member)
    {
        if (host.Index.FindMethod(member.Owner, member.Name, member.Descriptor) is not { } found)
            return MayBeProtected(host, member);
        return (found.Method.Access & JavaAccessFlags.Protected) != 0
            && JvmType.PackageOf(found.Owner.Name) != JvmType.PackageOf(host.Name);
    }

    /// <summary>Whether a method that is not in the index may be protected in a superclass of the host.</summary>
    private static bool MayBeProtected(HostClass host, MemberReference member)
    {
        var unknown = FirstUnknown(host.Index, member.Owner);
        return unknown == "java/lang/Object"
            ? member.Name is "clone" or "finalize"
            : unknown == FirstUnknown(host.Index, host.Name) && JvmType.PackageOf(unknown) != JvmType.PackageOf(host.Name);
    }

    private static string FirstUnknown(ClassIndex index, string name)
    {
        for (var visited = 0; index.Any(name) is { SuperName: { } super } && visited < 1000; visited++)
            name = super;
        return name;
    }
}
