using Slipway.Formats.Zip;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Package;

/// <summary>Turns the limits of package formats into problems.</summary>
internal static class PackageBounds
{
    /// <summary>Runs a step that writes a package.</summary>
    /// <param name="app">Path of the app, for problems.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="ProblemException">The files do not fit into the package.</exception>
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
