using Slipway.Build.Plan;
using Slipway.Build.Read;

namespace Slipway.Build;

/// <summary>The way of a build, from what was given to the package.</summary>
public static class Pipeline
{
    /// <summary>Builds a package.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="environment">What the machine lends.</param>
    /// <param name="progress">Told in a few words what goes on.</param>
    /// <param name="cancellation">Ends the build and leaves nothing behind.</param>
    /// <exception cref="Problems.ProblemException">There is no package, for reasons that a person can read.</exception>
    public static BuildReport Run(BuildRequest request, BuildEnvironment environment, IProgress<string> progress, CancellationToken cancellation)
    {
        var timings = new BuildTimings();
        progress.Report("reading the app");
        using var app = timings.Time("read", () => AppReader.Read(request.App));
        var plan = timings.Time("plan", () => Planner.Plan(app, request));
        cancellation.ThrowIfCancellationRequested();
        return new BuildReport(plan, [], timings);
    }
}
