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

/// <summary>A field of a class file (JVMS 4.5).</summary>
public sealed class JavaField
{
    /// <summary>Access flags as in the file.</summary>
    public int Access { get; set; }

    /// <summary>Simple name.</summary>
    public required string Name { get; set; }

    /// <summary>Type descriptor.</summary>
    public required string Descriptor { get; set; }

    /// <summary>
    /// ConstantValue: <see cref="int"/> (also for boolean, byte, char, short), <see cref="long"/>, <see cref="float"/>,
    /// <see cref="double"/> or <see cref="string"/>; null when absent.
    /// </summary>
    public object? ConstantValue { get; set; }

    /// <summary>Generic signature.</summary>
    public string? Signature { get; set; }

    /// <summary>Runtime visible and invisible annotations.</summary>
    public List<AnnotationUsage> Annotations { get; } = [];

    /// <summary>Deprecated attribute present.</summary>
    public bool IsDeprecated { get; set; }
}

/// <summary>One entry of an InnerClasses attribute (JVMS 4.7.6).</summary>
/// <param name="Inner">Internal name of the inner class.</param>
/// <param name="Outer">Internal name of the class that it is a member of; null for local and anonymous classes.</param>
/// <param name="SimpleName">Simple name in the source; null for anonymous classes.</param>
/// <param name="Access">Access flags as written in the source.</param>
public sealed record InnerClassEntry(string Inner, string? Outer, string? SimpleName, int Access);

/// <summary>EnclosingMethod attribute (JVMS 4.7.7).</summary>
/// <param name="Class">Internal name of the innermost enclosing class.</param>
/// <param name="Name">Name of the enclosing method; null when the class is not directly inside one.</param>
/// <param name="Descriptor">Descriptor of that method; null with <paramref name="Name"/>.</param>
public sealed record EnclosingMethodEntry(string Class, string? Name, string? Descriptor);

/// <summary>One component of a Record attribute (JVMS 4.7.30).</summary>
/// <param name="Name">Simple name.</param>
/// <param name="Descriptor">Type descriptor.</param>
/// <param name="Signature">Generic signature, when it has one.</param>
/// <param name="Annotations">Annotations on the component.</param>
public sealed record RecordComponentEntry(string Name, string Descriptor, string? Signature, IReadOnlyList<AnnotationUsage> Annotations);
