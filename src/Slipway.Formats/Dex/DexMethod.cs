namespace Slipway.Formats.Dex;

/// <summary>A method definition.</summary>
public sealed class DexMethod
{
    /// <summary>Owner, name and descriptor.</summary>
    public required DexMethodReference Reference { get; set; }

    /// <summary>Access flags; constructors carry 0x10000.</summary>
    public int Access { get; set; }

    /// <summary>Code; null for abstract and native methods.</summary>
    public DexCode? Code { get; set; }

    /// <summary>Annotations.</summary>
    public List<DexAnnotation> Annotations { get; } = [];

    /// <summary>Annotations by parameter; empty when none has any.</summary>
    public List<List<DexAnnotation>> ParameterAnnotations { get; } = [];
}
