using Slipway.Protocol.Problems;

namespace Slipway.Build.Resources.Icons;

/// <summary>Says that a picture cannot be used as an icon.</summary>
/// <param name="fault">Why.</param>
/// <param name="reason">What is wrong, in one sentence without a full stop.</param>
/// <param name="where">The file and the setting that names it.</param>
/// <param name="inner">The exception that caused it, if any.</param>
public sealed class IconException(IconFault fault, string reason, string where, Exception? inner = null) : Exception($"{where}: {reason}", inner)
{
    /// <summary>Why.</summary>
    public IconFault Fault { get; } = fault;

    /// <summary>What is wrong.</summary>
    public string Reason { get; } = reason;

    /// <summary>The file and the setting that names it.</summary>
    public string Where { get; } = where;

    /// <summary>Returns the same exception with a note that other pictures cannot be used either.</summary>
    /// <param name="count">Number of the other pictures.</param>
    internal IconException WithOthers(int count) =>
        new(Fault, $"{Reason}; nor can {(count == 1 ? "the other picture" : $"the {count} other pictures")} that the app names", Where, this);
}

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

/// <summary>Turns faults of a picture into problems of the catalogue.</summary>
internal static class IconFaults
{
    /// <summary>Runs a step that draws icons.</summary>
    /// <exception cref="ProblemException">A picture cannot be used.</exception>
    public static T Guard<T>(Func<T> draw)
    {
        try
        {
            return draw();
        }
        catch (IconException e)
        {
            throw new ProblemException(Kind(e.Fault).At(e.Where, $"The icon cannot be used: {e.Reason}."), e);
        }
    }

    private static ProblemKind Kind(IconFault fault) => fault switch
    {
        IconFault.NotAnImage => IconProblems.NotAnImage,
        IconFault.TooLarge => IconProblems.TooLarge,
        IconFault.UnsupportedSvg or IconFault.SvgTooComplex => IconProblems.UnsupportedSvg,
        _ => IconProblems.Unreadable,
    };
}
