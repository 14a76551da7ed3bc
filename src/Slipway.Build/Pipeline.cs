using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build;

/// <summary>The way of a build, from what was given to the packages.</summary>
public static class Pipeline
{
    /// <summary>Builds a package for each platform that was asked for.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="environment">What the machine lends.</param>
    /// <param name="progress">Told in a few words what goes on.</param>
    /// <param name="cancellation">Ends the build and leaves nothing behind.</param>
    /// <exception cref="ProblemException">There is no package, for reasons that a person can read.</exception>
    public static BuildReport Run(BuildRequest request, BuildEnvironment environment, IProgress<string> progress, CancellationToken cancellation)
    {
        var report = Run(request, environment, new LocalBuildHost(request, environment, progress), progress, cancellation);
        return CacheFiles.Notice(environment.CacheFolder) is { } notice ? report with { Notices = [.. report.Notices, notice] } : report;
    }

    /// <summary>Builds with keys, shells and caches of somebody else.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="environment">What the machine lends.</param>
    /// <param name="host">Lends keys, shells and caches.</param>
    /// <param name="progress">Told in a few words what goes on.</param>
    /// <param name="cancellation">Ends the build and leaves nothing behind.</param>
    /// <exception cref="ProblemException">There is no package, for reasons that a person can read.</exception>
    public static BuildReport Run(BuildRequest request, BuildEnvironment environment, IBuildHost host, IProgress<string> progress, CancellationToken cancellation)
    {
        var context = new BuildContext(request, environment, host, new BuildTimings(), progress, cancellation);
        var builds = request.Platforms.Select(platform => Platforms.Of(platform).Start(context)).ToList();
        try
        {
            Plan(builds);
            builds.ForEach(build => build.Shell());
            builds.ForEach(build => build.Resources());
            cancellation.ThrowIfCancellationRequested();
            var results = builds.ConvertAll(build => build.Package());
            return new BuildReport(results, [.. builds.SelectMany(build => build.Notices).Distinct()], context.Timings);
        }
        finally
        {
            builds.ForEach(build => build.Dispose());
        }
    }

    // What is wrong for any platform is said at once, before anything is compiled.
    private static void Plan(List<IPlatformBuild> builds)
    {
        var refusals = new List<ProblemException>();
        foreach (var build in builds)
        {
            try
            {
                build.Plan();
            }
            catch (ProblemException e)
            {
                refusals.Add(e);
            }
        }

        if (refusals.Count > 0)
            throw new ProblemException([.. refusals.SelectMany(e => e.Problems).Distinct()], refusals[0]);
    }
}
