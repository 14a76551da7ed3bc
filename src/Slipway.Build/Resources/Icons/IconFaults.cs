using Slipway.Protocol.Problems;

namespace Slipway.Build.Resources.Icons;

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
