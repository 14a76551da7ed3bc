namespace Slipway.Formats.Dex.Writing;

/// <summary>Collects all references of a class.</summary>
internal static class DexReferenceCollector
{
    public static void Collect(DexClass source, DexReferenceSet target)
    {
        target.AddType(source.Type);
        if (source.Super is not null)
            target.AddType(source.Super);
        foreach (var name in source.Interfaces)
            target.AddType(name);
        if (source.SourceFile is not null)
            target.AddString(source.SourceFile);
        Collect(source.Annotations, target);
        foreach (var field in source.Fields)
        {
            target.AddField(field.Reference);
            Collect(field.Annotations, target);
            if (field.StaticValue is not null)
                target.AddValue(field.StaticValue);
        }

        foreach (var method in source.Methods)
        {
            target.AddMethod(method.Reference);
            Collect(method.Annotations, target);
            foreach (var annotations in method.ParameterAnnotations)
                Collect(annotations, target);
            if (method.Code is not null)
                Collect(method.Code, target);
        }
    }

    private static void Collect(List<DexAnnotation> annotations, DexReferenceSet target)
    {
        foreach (var annotation in annotations)
            target.AddAnnotation(annotation.Type, annotation.Elements);
    }

    private static void Collect(DexCode code, DexReferenceSet target)
    {
        foreach (var instruction in code.Instructions)
        {
            if (instruction.Reference is not null)
                Collect(instruction, target);
        }

        foreach (var item in code.Tries)
        {
            foreach (var handler in item.Catches)
            {
                if (handler.Type is not null)
                    target.AddType(handler.Type);
            }
        }

        foreach (var name in code.ParameterNames)
        {
            if (name is not null)
                target.AddString(name);
        }
    }

    private static void Collect(DexInstruction instruction, DexReferenceSet target)
    {
        switch (instruction.Reference)
        {
            case DexMethodReference method:
                target.AddMethod(method);
                break;
            case DexFieldReference field:
                target.AddField(field);
                break;
            case DexMethodHandle handle:
                target.AddMethodHandle(handle);
                break;
            case DexCallSite site:
                target.AddCallSite(site);
                break;
            case DexPolymorphicReference call:
                target.AddMethod(call.Method);
                target.AddProto(call.Descriptor);
                break;
            case string text:
                CollectText(instruction.Opcode, text, target);
                break;
        }
    }

    private static void CollectText(DexOpcode opcode, string text, DexReferenceSet target)
    {
        switch (DexOpcodeTable.Info(opcode).Index)
        {
            case DexIndexKind.String:
                target.AddString(text);
                break;
            case DexIndexKind.Proto:
                target.AddProto(text);
                break;
            default:
                target.AddType(text);
                break;
        }
    }
}
