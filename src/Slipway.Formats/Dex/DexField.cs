namespace Slipway.Formats.Dex;

/// <summary>A field definition.</summary>
public sealed class DexField
{
    /// <summary>Owner, name and type.</summary>
    public required DexFieldReference Reference { get; set; }

    /// <summary>Access flags.</summary>
    public int Access { get; set; }

    /// <summary>Initial value of a static field; null for the default value of the type.</summary>
    public DexValue? StaticValue { get; set; }

    /// <summary>Annotations.</summary>
    public List<DexAnnotation> Annotations { get; } = [];
}
