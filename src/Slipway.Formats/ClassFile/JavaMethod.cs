namespace Slipway.Formats.ClassFile;

/// <summary>A method of a class file (JVMS 4.6).</summary>
public sealed class JavaMethod
{
    /// <summary>Access flags as in the file.</summary>
    public int Access { get; set; }

    /// <summary>Simple name, or <c>&lt;init&gt;</c>, <c>&lt;clinit&gt;</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Method descriptor, for example <c>(ILjava/lang/String;)V</c>.</summary>
    public required string Descriptor { get; set; }

    /// <summary>The code; null for abstract and native methods and in stubs.</summary>
    public MethodCode? Code { get; set; }

    /// <summary>Internal names of the declared exceptions.</summary>
    public List<string> Exceptions { get; } = [];

    /// <summary>Generic signature.</summary>
    public string? Signature { get; set; }

    /// <summary>Runtime visible and invisible annotations.</summary>
    public List<AnnotationUsage> Annotations { get; } = [];

    /// <summary>Annotations by parameter; empty when no parameter has one.</summary>
    public List<List<AnnotationUsage>> ParameterAnnotations { get; } = [];

    /// <summary>AnnotationDefault of an annotation's element.</summary>
    public ElementValue? AnnotationDefault { get; set; }

    /// <summary>MethodParameters attribute; empty when absent.</summary>
    public List<MethodParameterEntry> Parameters { get; } = [];

    /// <summary>Deprecated attribute present.</summary>
    public bool IsDeprecated { get; set; }
}
