using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>Replaces single calls with calls that the device supports; every replacement has the same operands and result.</summary>
internal sealed class CallRewriter(HostClass host)
{
    private readonly BackportCalls _backports = new(host);

    /// <summary>Returns the replacement for an instruction of the host or of a synthetic class; the same instruction when nothing changes.</summary>
    public JvmInstruction Rewrite(JvmInstruction instruction)
    {
        if (instruction.Symbol is not MemberReference member || instruction.Opcode < JvmOpcode.Invokevirtual)
            return instruction;
        if (member.Owner == host.Name)
            return instruction.Opcode == JvmOpcode.Invokestatic ? instruction with { Symbol = host.PlaceOf(member) } : OwnCall(instruction, member);
        if (host.Plan.StaticRoute(member.Owner, member.Name, member.Descriptor) is { } route)
            return new(JvmOpcode.Invokestatic, Symbol: route);
        if (RecordMethods.IsConstructorOfRecord(member) && RecordMethods.AreRewritten(host.Options))
            return instruction with { Symbol = member with { Owner = "java/lang/Object" } };
        return _backports.Rewrite(instruction, member);
    }

    /// <summary>
    /// Since Java 11 compilers call a class's own private methods by invokevirtual or invokeinterface; on the device such a call
    /// is direct.
    /// </summary>
    private JvmInstruction OwnCall(JvmInstruction instruction, MemberReference member)
    {
        if (instruction.Opcode is not (JvmOpcode.Invokevirtual or JvmOpcode.Invokeinterface))
            return instruction;
        const int privateStatic = JavaAccessFlags.Private | JavaAccessFlags.Static;
        return ClassIndex.MethodOf(host.Result, member.Name, member.Descriptor) is { } own && (own.Access & privateStatic) == JavaAccessFlags.Private
            ? instruction with { Opcode = JvmOpcode.Invokespecial }
            : _backports.Rewrite(instruction, member);
    }
}
