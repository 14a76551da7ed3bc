using Slipway.Protocol.Problems;

namespace Slipway.Build.Resources.Icons;

/// <summary>Turns what is wrong with a picture into a problem of the catalogue.</summary>
internal static class IconFaults
{
    /// <summary>Draws, and tells what cannot be drawn.</summary>
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
