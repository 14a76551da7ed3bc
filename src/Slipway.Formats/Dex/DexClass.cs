namespace Slipway.Formats.Dex;

/// <summary>A class definition.</summary>
public sealed class DexClass
{
    /// <summary>Type descriptor.</summary>
    public required string Type { get; set; }

    /// <summary>Access flags (dex-format, "access_flags definitions").</summary>
    public int Access { get; set; }

    /// <summary>Type descriptor of the superclass; null only for java.lang.Object.</summary>
    public string? Super { get; set; }

    /// <summary>Type descriptors of the interfaces, in order.</summary>
    public List<string> Interfaces { get; } = [];

    /// <summary>Source file name.</summary>
    public string? SourceFile { get; set; }

    /// <summary>Fields, static and instance; the writer splits and sorts them.</summary>
    public List<DexField> Fields { get; } = [];

    /// <summary>Methods, direct and virtual; the writer splits and sorts them.</summary>
    public List<DexMethod> Methods { get; } = [];

    /// <summary>Annotations, system ones included.</summary>
    public List<DexAnnotation> Annotations { get; } = [];
}
