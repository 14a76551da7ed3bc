using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>Desugars one class: opens private members, then replaces instructions one for one.</summary>
internal sealed class ClassDesugarer(HostClass host)
{
    private readonly LambdaCalls _lambdas = new(host);
    private readonly ConcatCalls _concats = new(host);
    private readonly RecordMethods _records = new(host);
    private readonly OwnMethodCopies _copies = new(host);

    public void Run()
    {
        if (host.Result.SuperName == "java/lang/Record" && RecordMethods.AreRewritten(host.Options))
            host.Result.SuperName = "java/lang/Object";
        host.Result.Methods.RemoveAll(m => m.Name == "$deserializeLambda$" && (m.Access & JavaAccessFlags.Synthetic) != 0);
        OpenFields();
        OpenMethods();
        RefuseMethodBodiesOfInterfaces();
        var methods = host.Result.Methods;
        for (int i = 0, count = methods.Count; i < count; i++)
        {
            if (methods[i].Code is { } code && Rewritten(methods[i], code) is { } rewritten)
                methods[i] = ClassCopy.Of(methods[i], methods[i].Access, rewritten);
        }

        while (_copies.Next() is { } copied)
            copied.Code = Rewritten(copied, copied.Code!) ?? copied.Code;
        host.MoveBodiesOut();
    }

    private void OpenFields()
    {
        var fields = host.Result.Fields;
        var late = LateWrites.Of(host.Result);
        for (var i = 0; i < fields.Count; i++)
        {
            var access = fields[i].Access;
            if ((access & JavaAccessFlags.Private) != 0 && host.Plan.MustWiden(host.Result, fields[i]))
                access = Opened(access);
            if ((access & JavaAccessFlags.Final) != 0 && late.Contains((fields[i].Name, fields[i].Descriptor)))
                access &= ~JavaAccessFlags.Final;
            if (access != fields[i].Access)
                fields[i] = ClassCopy.Of(fields[i], access);
        }
    }

    private void OpenMethods()
    {
        var original = host.Index.Compiled(host.Name)!;
        var methods = host.Result.Methods;
        for (int i = 0, count = methods.Count; i < count; i++)
        {
            var method = methods[i];
            if ((method.Access & JavaAccessFlags.Private) == 0)
                continue;
            if (host.Plan.NeedsAccessor(original, method))
            {
                host.AddPlannedAccessor(original, method);
            }
            else if (host.Plan.MustWiden(original, method))
            {
                var becomesStatic = host.Plan.BecomesStatic(original, method);
                methods[i] = ClassCopy.Of(method, Opened(method.Access) | (becomesStatic ? JavaAccessFlags.Static : 0), method.Code);
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

    private int Opened(int access) => (access & ~JavaAccessFlags.Private) | (host.IsInterface ? JavaAccessFlags.Public : 0);

    private void RefuseMethodBodiesOfInterfaces()
    {
        if (!host.HoldsNoBodies)
            return;
        foreach (var method in host.Result.Methods)
        {
            if (method.Code is not null && method.Name != "<clinit>" && !host.MovesOut(method))
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
                return _copies.Replace(instruction) ?? host.Calls.Rewrite(instruction);
            case InvokeDynamicReference site:
                return CallSite(site) ?? Unsupported(method, instruction, site.Bootstrap);
            case DynamicConstant constant:
                Refuse(method, DexDiagnosticKind.ComputedConstant, $"The constant '{constant.Name}' is computed by {Name(constant.Bootstrap)} when it is first used, which DEX cannot express.");
                return instruction;
            case MethodHandleConstant or MethodTypeConstant:
                Refuse(method, DexDiagnosticKind.ComputedConstant, "Constants that are method handles or method types are not supported.");
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
        var isOfJava = bootstrap.Member.Owner.StartsWith("java/", StringComparison.Ordinal);
        var remedy = isOfJava ? "compile the source with --release 17 or lower" : "another compiler or a tool that changes class files wrote it";
        Refuse(method, DexDiagnosticKind.UnsupportedDynamic, $"The bootstrap method {Name(bootstrap)} is not supported with these arguments; {remedy}.");
        return instruction;
    }

    private static string Name(MethodHandleConstant bootstrap) => $"{bootstrap.Member.Owner}.{bootstrap.Member.Name}";

    private void Refuse(JavaMethod method, DexDiagnosticKind kind, string text) =>
        host.Diagnostics.Add(new(kind, $"{host.Name}.{method.Name}{method.Descriptor}", text));
}
