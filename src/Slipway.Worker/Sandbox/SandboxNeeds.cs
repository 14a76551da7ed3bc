using Slipway.Protocol.Problems;

namespace Slipway.Worker.Sandbox;

/// <summary>Checks that the programs of a sandbox are installed.</summary>
internal static class SandboxNeeds
{
    /// <summary>Looks for the programs.</summary>
    /// <exception cref="ProblemException">A program is missing.</exception>
    public static void Check()
    {
        var missing = BubblewrapSandbox.Needs.Where(need => SystemTools.Find(need.Program) is null).ToList();
        if (missing.Count > 0)
        {
            var packages = string.Join(' ', missing.Select(m => m.Package).Distinct(StringComparer.Ordinal));
            throw new ProblemException(SandboxProblems.Missing.At(
                missing[0].Program, "The program is not installed.", $"Install it with: apt-get install {packages}"));
        }
    }
}
