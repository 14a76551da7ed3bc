using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>Properties of type descriptors (JVMS 4.3.2).</summary>
internal static class JvmType
{
    public const string Object = "Ljava/lang/Object;";
    public const string Text = "Ljava/lang/String;";

    public static bool IsPrimitive(string descriptor) => descriptor[0] is not ('L' or '[');

    public static int Slots(string descriptor) => descriptor[0] switch { 'V' => 0, 'J' or 'D' => 2, _ => 1 };

    /// <summary>Returns the descriptor of a class as instructions name it, by internal name or array descriptor.</summary>
    public static string FromName(string name) => name.StartsWith('[') ? name : $"L{name};";

    /// <summary>The name that instructions use for a reference type.</summary>
    public static string ToName(string descriptor) => descriptor[0] == 'L' ? descriptor[1..^1] : descriptor;

    /// <summary>Internal name of the class that boxes a primitive type.</summary>
    public static string Wrapper(char primitive) => primitive switch
    {
        'Z' => "java/lang/Boolean",
        'B' => "java/lang/Byte",
        'C' => "java/lang/Character",
        'S' => "java/lang/Short",
        'I' => "java/lang/Integer",
        'J' => "java/lang/Long",
        'F' => "java/lang/Float",
        _ => "java/lang/Double",
    };

    /// <summary>The primitive type that a reference type boxes; null when it boxes none.</summary>
    public static char? Unwrapped(string descriptor) => descriptor switch
    {
        "Ljava/lang/Boolean;" => 'Z',
        "Ljava/lang/Byte;" => 'B',
        "Ljava/lang/Character;" => 'C',
        "Ljava/lang/Short;" => 'S',
        "Ljava/lang/Integer;" => 'I',
        "Ljava/lang/Long;" => 'J',
        "Ljava/lang/Float;" => 'F',
        "Ljava/lang/Double;" => 'D',
        _ => null,
    };

    /// <summary>Name of the method that unboxes to a primitive type: <c>intValue</c>.</summary>
    public static string UnboxingMethod(char primitive) => primitive switch
    {
        'Z' => "booleanValue",
        'B' => "byteValue",
        'C' => "charValue",
        'S' => "shortValue",
        'I' => "intValue",
        'J' => "longValue",
        'F' => "floatValue",
        _ => "doubleValue",
    };

    public static JvmOpcode LoadOpcode(string descriptor) => descriptor[0] switch
    {
        'J' => JvmOpcode.Lload,
        'F' => JvmOpcode.Fload,
        'D' => JvmOpcode.Dload,
        'L' or '[' => JvmOpcode.Aload,
        _ => JvmOpcode.Iload,
    };

    public static JvmOpcode StoreOpcode(string descriptor) => descriptor[0] switch
    {
        'J' => JvmOpcode.Lstore,
        'F' => JvmOpcode.Fstore,
        'D' => JvmOpcode.Dstore,
        'L' or '[' => JvmOpcode.Astore,
        _ => JvmOpcode.Istore,
    };

    public static JvmOpcode ReturnOpcode(string descriptor) => descriptor[0] switch
    {
        'V' => JvmOpcode.Return,
        'J' => JvmOpcode.Lreturn,
        'F' => JvmOpcode.Freturn,
        'D' => JvmOpcode.Dreturn,
        'L' or '[' => JvmOpcode.Areturn,
        _ => JvmOpcode.Ireturn,
    };

    /// <summary>Internal name of the package, without a slash at the end; empty for the unnamed package.</summary>
    public static string PackageOf(string className)
    {
        var slash = className.LastIndexOf('/');
        return slash < 0 ? "" : className[..slash];
    }
}
