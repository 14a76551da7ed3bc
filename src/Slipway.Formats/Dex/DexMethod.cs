namespace Slipway.Formats.Dex;

/// <summary>A method definition.</summary>
public sealed class DexMethod
{
    private DexCode? _code;
    private PackedCode? _packed;

    /// <summary>Owner, name and descriptor.</summary>
    public required DexMethodReference Reference { get; set; }

    /// <summary>Access flags; constructors carry 0x10000.</summary>
    public int Access { get; set; }

    /// <summary>
    /// The code; null for abstract and native methods. After <see cref="Pack"/>, every read returns a new copy, so changes to it are
    /// lost.
    /// </summary>
    public DexCode? Code
    {
        get => _code ?? _packed?.Unpack();
        set => (_code, _packed) = (value, null);
    }

    /// <summary>Annotations.</summary>
    public List<DexAnnotation> Annotations { get; } = [];

    /// <summary>Annotations by parameter; empty when no parameter has one.</summary>
    public List<List<DexAnnotation>> ParameterAnnotations { get; } = [];

    /// <summary>Stores the code compactly until it is read.</summary>
    internal void Pack()
    {
        if (_code is not null)
            (_packed, _code) = (new PackedCode(_code), null);
    }
}
