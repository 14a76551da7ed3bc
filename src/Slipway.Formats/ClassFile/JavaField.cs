namespace Slipway.Formats.ClassFile;

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
