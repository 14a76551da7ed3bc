using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>
/// Replaces the call sites of ObjectMethods in a record with calls of equivalent static methods of the record (Java SE 17 API,
/// java.lang.runtime.ObjectMethods; the contracts are those of java.lang.Record).
/// </summary>
internal sealed class RecordMethods(HostClass host)
{
    /// <summary>First API level with java.lang.Record (developer.android.com, class reference).</summary>
    private const int RecordLevel = 34;

    public static bool IsObjectMethod(InvokeDynamicReference site) =>
        site.Bootstrap.Member is { Owner: "java/lang/runtime/ObjectMethods", Name: "bootstrap" };

    /// <summary>Whether records must extend Object because the device lacks java.lang.Record.</summary>
    public static bool AreRewritten(DexOptions options) => options.MinSdk < RecordLevel;

    public static bool IsConstructorOfRecord(MemberReference member) => member is { Owner: "java/lang/Record", Name: "<init>" };

    /// <summary>Returns the instruction that replaces a call site; null when it is not one of the three methods of this record.</summary>
    public JvmInstruction? Replace(InvokeDynamicReference site)
    {
        if (ComponentsOf(site) is not { } components)
            return null;
        var self = JvmType.FromName(host.Name);
        var code = (site.Name, site.Descriptor) switch
        {
            ("toString", var d) when d == $"({self})Ljava/lang/String;" => ToStringCode(components),
            ("hashCode", var d) when d == $"({self})I" => HashCodeCode(components),
            ("equals", var d) when d == $"({self}Ljava/lang/Object;)Z" => EqualsCode(components),
            _ => null,
        };
        return code is null ? null : new(JvmOpcode.Invokestatic, Symbol: host.AddPrivateHelper($"$$record${site.Name}", site.Descriptor, code));
    }

    private List<MemberReference>? ComponentsOf(InvokeDynamicReference site)
    {
        if (site.Arguments.ToArray() is not [ClassConstant type, string, .. var getters] || type.Name != host.Name)
            return null;
        var components = getters.OfType<MethodHandleConstant>()
            .Where(h => h.Kind == MethodHandleKind.GetField && h.Member.Owner == host.Name)
            .Select(h => h.Member).ToList();
        return components.Count == getters.Length ? components : null;
    }

    private MethodCode ToStringCode(List<MemberReference> components)
    {
        const string builder = "java/lang/StringBuilder";
        var code = new CodeBuilder(1).New(builder).Op(JvmOpcode.Dup).InvokeSpecial(builder, "<init>", "()V");
        var separator = SimpleName() + "[";
        foreach (var component in components)
        {
            ConcatCalls.Append(code.Constant($"{separator}{component.Name}="), JvmType.Text);
            ConcatCalls.Append(code.ALoad(0).GetField(component), component.Descriptor);
            separator = ", ";
        }

        ConcatCalls.Append(code.Constant(components.Count == 0 ? separator + "]" : "]"), JvmType.Text);
        return code.InvokeVirtual(builder, "toString", "()Ljava/lang/String;").Return(JvmType.Text).Build();
    }

    private string SimpleName() =>
        host.Result.InnerClasses.Find(e => e.Inner == host.Name)?.SimpleName ?? host.Name[(host.Name.LastIndexOf('/') + 1)..];

    private MethodCode HashCodeCode(List<MemberReference> components)
    {
        var code = new CodeBuilder(1).Int(0);
        foreach (var component in components)
        {
            code.Int(31).Op(JvmOpcode.Imul).ALoad(0).GetField(component);
            if (JvmType.IsPrimitive(component.Descriptor))
                Call(code, JvmType.Wrapper(component.Descriptor[0]), "hashCode", $"({component.Descriptor})I");
            else
                Call(code, "java/util/Objects", "hashCode", "(Ljava/lang/Object;)I");
            code.Op(JvmOpcode.Iadd);
        }

        return code.Return("I").Build();
    }

    private MethodCode EqualsCode(List<MemberReference> components)
    {
        var code = new CodeBuilder(2);
        var different = new CodeLabel();
        var typed = code.NewLocal(JvmType.Object);
        code.ALoad(1).InstanceOf(host.Name).Branch(JvmOpcode.Ifeq, different)
            .ALoad(1).Cast(host.Name).AStore(typed);
        foreach (var component in components)
        {
            code.ALoad(0).GetField(component).ALoad(typed).GetField(component);
            code.Branch(Compare(code, component.Descriptor), different);
        }

        return code.Int(1).Return("I").Place(different).Int(0).Return("I").Build();
    }

    /// <summary>Compares two values of a type; returns the branch that is taken when they differ.</summary>
    private JvmOpcode Compare(CodeBuilder code, string type)
    {
        switch (type[0])
        {
            case 'F' or 'D':
                code.InvokeStatic(JvmType.Wrapper(type[0]), "compare", $"({type}{type})I");
                return JvmOpcode.Ifne;
            case 'J':
                code.Op(JvmOpcode.Lcmp);
                return JvmOpcode.Ifne;
            case 'L' or '[':
                Call(code, "java/util/Objects", "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z");
                return JvmOpcode.Ifeq;
            default:
                return JvmOpcode.IfIcmpne;
        }
    }

    private void Call(CodeBuilder code, string owner, string name, string descriptor)
    {
        var call = host.Calls.Rewrite(new(JvmOpcode.Invokestatic, Symbol: new MemberReference(owner, name, descriptor)));
        code.Invoke(call.Opcode, (MemberReference)call.Symbol!);
    }
}
