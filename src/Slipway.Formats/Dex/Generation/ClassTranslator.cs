using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// Translates a class: members, values of static fields, annotations, and the attributes that reflection reads, which DEX stores as
/// annotations of the package dalvik.annotation. Source: source.android.com, "Dalvik executable format".
/// </summary>
public static class ClassTranslator
{
    private const int AccStatic = 0x8;
    private const int AccSuper = 0x20;
    private const int AccSynchronized = 0x20;
    private const int AccNative = 0x100;
    private const int AccInterface = 0x200;
    private const int AccAbstract = 0x400;
    private const int AccModule = 0x8000;
    private const int AccConstructor = 0x10000;
    private const int AccDeclaredSynchronized = 0x20000;

    /// <summary>Access flags that DEX defines for classes, without those of inner classes.</summary>
    private const int ClassFlags = 0x7631;

    /// <summary>Access flags that DEX defines for fields: the same as in class files.</summary>
    private const int FieldFlags = 0x50df;

    private const int MethodFlags = 0x1fff;

    /// <summary>Translates a class without invokedynamic.</summary>
    /// <param name="javaClass">The class.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="MalformedInputException">The class is not valid.</exception>
    /// <exception cref="UnsupportedCodeException">The class is valid and has no translation.</exception>
    public static DexClass Translate(JavaClass javaClass, DexOptions options) => Translate(javaClass, options, new SharedReferences());

    /// <summary>Translates a class of a program whose classes share references.</summary>
    internal static DexClass Translate(JavaClass javaClass, DexOptions options, SharedReferences shared)
    {
        if ((javaClass.Access & AccModule) != 0)
            throw new UnsupportedCodeException(javaClass.Name, "a module descriptor is not a class");
        var context = new ClassContext(javaClass, options, shared);
        var type = shared.TypeOf(javaClass.Name);
        var result = new DexClass
        {
            Type = type,
            Access = ClassAccess(javaClass),
            Super = javaClass.SuperName is null ? null : shared.TypeOf(javaClass.SuperName),
            SourceFile = javaClass.SourceFile,
        };
        result.Interfaces.AddRange(javaClass.Interfaces.Select(shared.TypeOf));
        result.Fields.AddRange(javaClass.Fields.Select(f => TranslateField(f, javaClass, type)));
        result.Methods.AddRange(javaClass.Methods.Select(m => TranslateMethod(m, context, type)));
        AnnotationTranslator.AddAll(result.Annotations, javaClass.Annotations, javaClass.Name);
        result.Annotations.AddRange(ClassAnnotations.Of(javaClass));
        return result;
    }

    /// <summary>
    /// Adds the abstract flag to package-info classes of Java 5, which are interfaces without it and which the runtime would refuse.
    /// </summary>
    private static int ClassAccess(JavaClass javaClass)
    {
        var access = javaClass.Access & ClassFlags & ~AccSuper;
        return (access & AccInterface) != 0 ? access | AccAbstract : access;
    }

    private static DexField TranslateField(JavaField field, JavaClass owner, string type)
    {
        var where = $"{owner.Name}.{field.Name}";
        if (!MethodDescriptor.IsType(field.Descriptor))
            throw new MalformedInputException("class file", $"'{field.Descriptor}' is not a type of a field", entry: where);
        var result = new DexField
        {
            Reference = new DexFieldReference(type, field.Name, field.Descriptor),
            Access = field.Access & FieldFlags,
            StaticValue = (field.Access & AccStatic) != 0 ? StaticValue(field, where) : null,
        };
        AnnotationTranslator.AddAll(result.Annotations, field.Annotations, where);
        if (field.Signature is not null)
            result.Annotations.Add(SystemAnnotations.Signature(field.Signature));
        return result;
    }

    private static DexValue? StaticValue(JavaField field, string where) => (field.ConstantValue, field.Descriptor) switch
    {
        (null, _) => null,
        (int value, "Z") => new DexValue.Primitive('Z', value & 1),
        (int value, "B") => new DexValue.Primitive('B', (sbyte)value),
        (int value, "C") => new DexValue.Primitive('C', (char)value),
        (int value, "S") => new DexValue.Primitive('S', (short)value),
        (int value, "I") => new DexValue.Primitive('I', value),
        (long value, "J") => new DexValue.Primitive('J', value),
        (float value, "F") => new DexValue.Primitive('F', BitConverter.SingleToUInt32Bits(value)),
        (double value, "D") => new DexValue.Primitive('D', BitConverter.DoubleToInt64Bits(value)),
        (string value, "Ljava/lang/String;") => new DexValue.Text(value),
        _ => throw new MalformedInputException("class file", "the constant of a field is not of its type", entry: where),
    };

    private static DexMethod TranslateMethod(JavaMethod method, ClassContext context, string type)
    {
        var where = $"{context.Class.Name}.{method.Name}{method.Descriptor}";
        var shape = MethodDescriptor.TryParse(method.Descriptor)
            ?? throw new MalformedInputException("class file", $"'{method.Descriptor}' is not a method descriptor", entry: where);
        var result = new DexMethod
        {
            Reference = context.Method(context.Class.Name, method.Name, method.Descriptor),
            Access = MethodAccess(method),
            Code = method.Code is null ? null : MethodTranslator.Translate(context, method),
        };
        AnnotationTranslator.AddAll(result.Annotations, method.Annotations, where);
        result.Annotations.AddRange(MethodAnnotations.Of(method));
        result.ParameterAnnotations.AddRange(MethodAnnotations.OfParameters(method, shape.Parameters.Count, where));
        return result;
    }

    private static int MethodAccess(JavaMethod method)
    {
        var access = method.Access & MethodFlags;
        if (method.Name.StartsWith('<'))
            access |= AccConstructor;
        if ((access & AccSynchronized) != 0)
            access |= AccDeclaredSynchronized;
        return (access & AccNative) != 0 ? access : access & ~AccSynchronized;
    }
}
