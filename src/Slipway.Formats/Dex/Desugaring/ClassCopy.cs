using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>Copies classes, so that desugaring does not change its input.</summary>
internal static class ClassCopy
{
    /// <summary>Returns a copy with lists of fields and methods of its own; the members themselves are shared.</summary>
    public static JavaClass Of(JavaClass source)
    {
        var copy = new JavaClass
        {
            MajorVersion = source.MajorVersion,
            Access = source.Access,
            Name = source.Name,
            SuperName = source.SuperName,
            SourceFile = source.SourceFile,
            Signature = source.Signature,
            EnclosingMethod = source.EnclosingMethod,
            NestHost = source.NestHost,
            RecordComponents = source.RecordComponents,
            IsDeprecated = source.IsDeprecated,
        };
        copy.Interfaces.AddRange(source.Interfaces);
        copy.Fields.AddRange(source.Fields);
        copy.Methods.AddRange(source.Methods);
        copy.InnerClasses.AddRange(source.InnerClasses);
        copy.NestMembers.AddRange(source.NestMembers);
        copy.PermittedSubclasses.AddRange(source.PermittedSubclasses);
        copy.Annotations.AddRange(source.Annotations);
        return copy;
    }

    public static JavaField Of(JavaField source, int access)
    {
        var copy = new JavaField
        {
            Access = access,
            Name = source.Name,
            Descriptor = source.Descriptor,
            ConstantValue = source.ConstantValue,
            Signature = source.Signature,
            IsDeprecated = source.IsDeprecated,
        };
        copy.Annotations.AddRange(source.Annotations);
        return copy;
    }

    public static JavaMethod Of(JavaMethod source, int access, MethodCode? code)
    {
        var copy = new JavaMethod
        {
            Access = access,
            Name = source.Name,
            Descriptor = source.Descriptor,
            Code = code,
            Signature = source.Signature,
            AnnotationDefault = source.AnnotationDefault,
            IsDeprecated = source.IsDeprecated,
        };
        copy.Exceptions.AddRange(source.Exceptions);
        copy.Annotations.AddRange(source.Annotations);
        copy.ParameterAnnotations.AddRange(source.ParameterAnnotations);
        copy.Parameters.AddRange(source.Parameters);
        return copy;
    }

    public static MethodCode Of(MethodCode source)
    {
        var copy = new MethodCode { MaxStack = source.MaxStack, MaxLocals = source.MaxLocals };
        copy.Instructions.AddRange(source.Instructions);
        copy.Handlers.AddRange(source.Handlers);
        copy.Lines.AddRange(source.Lines);
        copy.LocalVariables.AddRange(source.LocalVariables);
        return copy;
    }
}
