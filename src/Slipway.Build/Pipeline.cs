using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build;

/// <summary>Runs a build: from a request to packages.</summary>
public static class Pipeline
{
    /// <summary>Builds a package for each requested platform.</summary>
    /// <param name="request">The app, the platforms and the options.</param>
    /// <param name="environment">The folders, tools and clock of this machine.</param>
    /// <param name="progress">Receives each step in a few words.</param>
    /// <param name="cancellation">Cancels the build; nothing is left behind.</param>
    /// <exception cref="ProblemException">The build failed; its problems say why.</exception>
    public static BuildReport Run(BuildRequest request, BuildEnvironment environment, IProgress<string> progress, CancellationToken cancellation)
    {
        var report = Run(request, environment, new LocalBuildHost(request, environment, progress), progress, cancellation);
        return CacheFiles.Notice(environment.CacheFolder) is { } notice ? report with { Notices = [.. report.Notices, notice] } : report;
    }

    /// <summary>Builds with the keys, shells and caches of a host.</summary>
    /// <param name="request">The app, the platforms and the options.</param>
    /// <param name="environment">The folders, tools and clock of this machine.</param>
    /// <param name="host">Provides keys, shells and caches.</param>
    /// <param name="progress">Receives each step in a few words.</param>
    /// <param name="cancellation">Cancels the build; nothing is left behind.</param>
    /// <exception cref="ProblemException">The build failed; its problems say why.</exception>
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

    // The problems of all platforms are reported together, before anything is compiled.
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
