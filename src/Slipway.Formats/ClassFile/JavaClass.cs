namespace Slipway.Formats.ClassFile;

/// <summary>
/// A class file in memory: constant pool indices are resolved, instructions are decoded. Names of classes are in
/// internal form (<c>java/lang/Object</c>), types of members are descriptors. Source of the format: The Java Virtual
/// Machine Specification, Java SE 17 edition, chapter 4.
/// </summary>
public sealed class JavaClass
{
    /// <summary>Major version: 52 is Java 8, 61 is Java 17.</summary>
    public int MajorVersion { get; set; } = 52;

    /// <summary>Access flags as in the file (JVMS table 4.1-B).</summary>
    public int Access { get; set; }

    /// <summary>Internal name.</summary>
    public required string Name { get; set; }

    /// <summary>Internal name of the superclass; null only for java/lang/Object and module-info.</summary>
    public string? SuperName { get; set; }

    /// <summary>Internal names of the direct superinterfaces, in order.</summary>
    public List<string> Interfaces { get; } = [];

    /// <summary>Fields in file order.</summary>
    public List<JavaField> Fields { get; } = [];

    /// <summary>Methods in file order.</summary>
    public List<JavaMethod> Methods { get; } = [];

    /// <summary>SourceFile attribute.</summary>
    public string? SourceFile { get; set; }

    /// <summary>Generic signature (Signature attribute).</summary>
    public string? Signature { get; set; }

    /// <summary>InnerClasses attribute, in file order.</summary>
    public List<InnerClassEntry> InnerClasses { get; } = [];

    /// <summary>EnclosingMethod attribute.</summary>
    public EnclosingMethodEntry? EnclosingMethod { get; set; }

    /// <summary>NestHost attribute: internal name.</summary>
    public string? NestHost { get; set; }

    /// <summary>NestMembers attribute: internal names.</summary>
    public List<string> NestMembers { get; } = [];

    /// <summary>PermittedSubclasses attribute: internal names.</summary>
    public List<string> PermittedSubclasses { get; } = [];

    /// <summary>Record attribute; null when the class is not a record.</summary>
    public List<RecordComponentEntry>? RecordComponents { get; set; }

    /// <summary>Runtime visible and invisible annotations.</summary>
    public List<AnnotationUsage> Annotations { get; } = [];

    /// <summary>Deprecated attribute present.</summary>
    public bool IsDeprecated { get; set; }
}
