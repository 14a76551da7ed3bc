using System.Globalization;
using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>
/// Replaces non-virtual calls of methods of the same class (invokespecial of a method that is not private). DEX has no such call, so
/// a private copy of the method is called. Kotlin compiles calls of default methods of the same interface this way.
/// </summary>
internal sealed class OwnMethodCopies(HostClass host)
{
    private const int AccSynchronized = 0x0020;

    private readonly Dictionary<(string Name, string Descriptor), string> _made = [];
    private readonly Queue<JavaMethod> _unfinished = new();

    /// <summary>Returns the call of the copy; null for any other instruction.</summary>
    public JvmInstruction? Replace(JvmInstruction instruction)
    {
        if (instruction.Opcode != JvmOpcode.Invokespecial || instruction.Symbol is not MemberReference member || member.Owner != host.Name || member.Name == "<init>")
            return null;
        if (!_made.TryGetValue((member.Name, member.Descriptor), out var name))
        {
            if (Original(member) is not { } original)
                return null;
            name = FreeName(member);
            _made.Add((member.Name, member.Descriptor), name);
            Copy(original, name);
        }

        return instruction with { Symbol = member with { Name = name } };
    }

    /// <summary>Returns the next copy whose code has not been desugared yet; null when there is none.</summary>
    public JavaMethod? Next() => _unfinished.TryDequeue(out var copy) ? copy : null;

    /// <summary>Returns the method if a subclass can override it; otherwise null.</summary>
    private JavaMethod? Original(MemberReference member)
    {
        const int notOverridable = JavaAccessFlags.Private | JavaAccessFlags.Static | JavaAccessFlags.Final;
        var original = host.Index.Compiled(host.Name)!;
        return (original.Access & JavaAccessFlags.Final) == 0
            && ClassIndex.MethodOf(original, member.Name, member.Descriptor) is { Code: not null } method
            && (method.Access & notOverridable) == 0
            ? method : null;
    }

    private string FreeName(MemberReference member)
    {
        var name = $"$$own${member.Name}";
        for (var i = 0; ClassIndex.MethodOf(host.Result, name, member.Descriptor) is not null; i++)
            name = $"$$own{i.ToString(CultureInfo.InvariantCulture)}${member.Name}";
        return name;
    }

    private void Copy(JavaMethod original, string name)
    {
        var copy = new JavaMethod
        {
            Access = JavaAccessFlags.Private | JavaAccessFlags.Synthetic | (original.Access & AccSynchronized),
            Name = name,
            Descriptor = original.Descriptor,
            Code = original.Code,
        };
        host.Result.Methods.Add(copy);
        _unfinished.Enqueue(copy);
    }
}
