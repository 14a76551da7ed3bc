namespace Slipway.Build.Resources.Icons;

/// <summary>Why a picture cannot be used as an icon.</summary>
public enum IconFault
{
    /// <summary>The bytes are not a picture of a known format.</summary>
    NotAnImage,

    /// <summary>The picture has more pixels than the budget allows.</summary>
    TooLarge,

    /// <summary>The picture ends too early or is damaged.</summary>
    Damaged,

    /// <summary>The SVG uses a feature that this program does not draw.</summary>
    UnsupportedSvg,

    /// <summary>The SVG has too many elements, or nests or repeats them too deeply.</summary>
    SvgTooComplex,
}
