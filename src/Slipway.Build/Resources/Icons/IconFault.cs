namespace Slipway.Build.Resources.Icons;

/// <summary>Why a picture cannot be an icon.</summary>
public enum IconFault
{
    /// <summary>The bytes are no picture of a known kind.</summary>
    NotAnImage,

    /// <summary>The picture has more pixels than the budget allows.</summary>
    TooLarge,

    /// <summary>The picture ends too early or is damaged.</summary>
    Damaged,

    /// <summary>The SVG uses something that is not drawn here.</summary>
    UnsupportedSvg,

    /// <summary>The SVG has too many elements, or nests or repeats them too deeply.</summary>
    SvgTooComplex,
}
