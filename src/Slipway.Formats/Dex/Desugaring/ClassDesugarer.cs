using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>Desugars one class: opens private members, then replaces instructions one for one.</summary>
internal sealed class ClassDesugarer(HostClass host)
{
    private readonly LambdaCalls _lambdas = new(host);
    private readonly ConcatCalls _concats = new(host);
    private readonly RecordMethods _records = new(host);

    public void Run()
    {
        if (host.Result.SuperName == "java/lang/Record" && RecordMethods.AreRewritten(host.Options))
            host.Result.SuperName = "java/lang/Object";
        host.Result.Methods.RemoveAll(m => m.Name == "$deserializeLambda$" && (m.Access & JavaAccess.Synthetic) != 0);
        OpenFields();
        OpenMethods();
        RefuseMethodBodiesOfInterfaces();
        var methods = host.Result.Methods;
        for (int i = 0, count = methods.Count; i < count; i++)
        {
            if (methods[i].Code is { } code && Rewritten(methods[i], code) is { } rewritten)
                methods[i] = ClassCopy.Of(methods[i], methods[i].Access, rewritten);
        }
    }

    private void OpenFields()
    {
        var fields = host.Result.Fields;
        for (var i = 0; i < fields.Count; i++)
        {
            if ((fields[i].Access & JavaAccess.Private) != 0 && host.Plan.MustWiden(host.Result, fields[i]))
                fields[i] = ClassCopy.Of(fields[i], Opened(fields[i].Access));
        }
    }

    private void OpenMethods()
    {
        var original = host.Index.Compiled(host.Name)!;
        var methods = host.Result.Methods;
        for (int i = 0, count = methods.Count; i < count; i++)
        {
            var method = methods[i];
            if ((method.Access & JavaAccess.Private) == 0)
                continue;
            if (host.Plan.NeedsAccessor(original, method))
            {
                host.Accessor(JvmOpcode.Invokespecial, new(host.Name, method.Name, method.Descriptor, host.IsInterface));
            }
            else if (host.Plan.MustWiden(original, method))
            {
                var becomesStatic = host.Plan.BecomesStatic(original, method);
                methods[i] = ClassCopy.Of(method, Opened(method.Access) | (becomesStatic ? JavaAccess.Static : 0), method.Code);
                if (becomesStatic)
                    MakeReceiverAParameter(methods[i]);
            }
        }
    }

    private void MakeReceiverAParameter(JavaMethod method)
    {
        method.Descriptor = AccessPlan.StaticDescriptor(host.Name, method.Descriptor);
        method.Signature = null;
        method.Parameters.Clear();
        method.ParameterAnnotations.Clear();
    }

    private int Opened(int access) => (access & ~JavaAccess.Private) | (host.IsInterface ? JavaAccess.Public : 0);

    private void RefuseMethodBodiesOfInterfaces()
    {
        const int firstLevelWithBodies = 24;
        if (!host.IsInterface || host.Options.MinSdk >= firstLevelWithBodies)
            return;
        foreach (var method in host.Result.Methods)
        {
            if (method.Code is not null && method.Name != "<clinit>")
                Refuse(method, DexDiagnosticKind.InterfaceMethodBody, "A default or static interface method needs API level 24 or higher.");
        }
    }

    private MethodCode? Rewritten(JavaMethod method, MethodCode code)
    {
        MethodCode? copy = null;
        for (var i = 0; i < code.Instructions.Count; i++)
        {
            var instruction = code.Instructions[i];
            if (instruction.Symbol is null)
                continue;
            var replacement = Replacement(method, instruction);
            if (replacement == instruction)
                continue;
            copy ??= ClassCopy.Of(code);
            copy.Instructions[i] = replacement;
        }

        return copy;
    }

    private JvmInstruction Replacement(JavaMethod method, JvmInstruction instruction)
    {
        switch (instruction.Symbol)
        {
            case MemberReference:
                return host.Calls.Rewrite(instruction);
            case InvokeDynamicReference site:
                return CallSite(site) ?? Unsupported(method, instruction, site.Bootstrap);
            case DynamicConstant constant:
                return Unsupported(method, instruction, constant.Bootstrap);
            case MethodHandleConstant or MethodTypeConstant:
                Refuse(method, DexDiagnosticKind.UnsupportedDynamic, "Constants that are method handles or method types are not supported.");
                return instruction;
            default:
                return instruction;
        }
    }

    private JvmInstruction? CallSite(InvokeDynamicReference site)
    {
        if (LambdaSite.IsLambda(site))
            return _lambdas.Replace(site);
        if (ConcatCalls.IsConcat(site))
            return _concats.Replace(site);
        return RecordMethods.IsObjectMethod(site) ? _records.Replace(site) : null;
    }

    private JvmInstruction Unsupported(JavaMethod method, JvmInstruction instruction, MethodHandleConstant bootstrap)
    {
        var member = bootstrap.Member;
        Refuse(method, DexDiagnosticKind.UnsupportedDynamic, $"The bootstrap method {member.Owner}.{member.Name} is not supported with these arguments; compile the source with --release 17 or lower.");
        return instruction;
    }

    private void Refuse(JavaMethod method, DexDiagnosticKind kind, string text) =>
        host.Diagnostics.Add(new(kind, $"{host.Name}.{method.Name}{method.Descriptor}", text));
}
