using System.Text.Json;
using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Stations;

/// <summary>A build that was launched from a machine of the customer, and what came of it.</summary>
/// <param name="Run">The program's answer.</param>
/// <param name="Mark">A text that is in the app of this build alone.</param>
/// <param name="OutFolder">Where the package is to be.</param>
public sealed record BuildRun(Ran Run, string Mark, string OutFolder)
{
    /// <summary>Codes of the problems that were reported.</summary>
    public IReadOnlyList<string> Problems => Run.Out.StartsWith('{') && JsonDocument.Parse(Run.Out).RootElement.TryGetProperty("problems", out var problems)
        ? [.. problems.EnumerateArray().Select(p => p.GetProperty("code").GetString()!)]
        : [];

    /// <summary>The build went from the upload to a package that holds what was uploaded.</summary>
    public void Succeeded()
    {
        Run.Well();
        var package = Assert.Single(Directory.GetFiles(OutFolder, "*.apk"));
        var mark = Node.Local("unzip", "-p", package, "*/mark.txt");
        Assert.Equal(Mark, mark.Well().Out);
    }

    /// <summary>The build failed with a problem, and left no package.</summary>
    public void Failed(params string[] codes)
    {
        Assert.True(Run.ExitCode != 0, Run.Out);
        Assert.True(Problems.Intersect(codes).Any(), $"{string.Join(' ', codes)} expected: {Run.Out}{Run.Error}");
        Assert.False(Directory.Exists(OutFolder) && Directory.EnumerateFiles(OutFolder, "*.apk").Any());
    }
}
