using Slipway.Formats.Zip;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Package;

/// <summary>What no package can hold, as a problem.</summary>
internal static class PackageBounds
{
    /// <summary>Runs a step that writes a package.</summary>
    /// <param name="app">What is packed.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="ProblemException">The files do not fit.</exception>
    public static T Guard<T>(string app, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (ZipLimitException e) when (e.Limit != ZipLimit.Name)
        {
            throw new ProblemException(FileProblems.PackageTooLarge.At(app, e.Message + "."), e);
        }
    }
}
