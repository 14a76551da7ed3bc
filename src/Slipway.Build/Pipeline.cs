using Slipway.Build.Package;
using Slipway.Build.Plan;
using Slipway.Build.Problems;
using Slipway.Build.Read;
using Slipway.Build.Shell;
using Slipway.Build.Sign;
using Slipway.Formats.Keys;

namespace Slipway.Build;

/// <summary>The way of a build, from what was given to the package.</summary>
public static class Pipeline
{
    /// <summary>Builds a package.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="environment">What the machine lends.</param>
    /// <param name="progress">Told in a few words what goes on.</param>
    /// <param name="cancellation">Ends the build and leaves nothing behind.</param>
    /// <exception cref="ProblemException">There is no package, for reasons that a person can read.</exception>
    public static BuildReport Run(BuildRequest request, BuildEnvironment environment, IProgress<string> progress, CancellationToken cancellation)
    {
        var timings = new BuildTimings();
        progress.Report("reading the app");
        using var app = timings.Time("read", () => ArchiveFaults.Guard(request.App, () => AppReader.Read(request.App)));
        var notices = new List<Problem>();
        var opening = Task.Run(() => Key(request, environment, notices), cancellation);
        var plan = timings.Time("plan", () => PlanBeside(opening, app, request));
        var key = timings.Time("key", () => opening.GetAwaiter().GetResult());
        var shell = timings.Time("shell", () => Shell(plan, environment, progress, cancellation));
        var resources = timings.Time("resources", () => ResourceStage.Compile(plan, environment.CacheFolder));
        cancellation.ThrowIfCancellationRequested();
        progress.Report("packing");
        var artifact = timings.Time("package", () => ArchiveFaults.Guard(request.App, () => ApkStage.Write(plan, app, shell, resources, key, environment, cancellation)));
        return new BuildReport(plan, [artifact], [.. plan.Notices, .. notices], timings);
    }

    // Opening a keystore takes long on purpose, so it happens beside. What is wrong with either is said together.
    private static AndroidPlan PlanBeside(Task<SigningKey> opening, SourceApp app, BuildRequest request)
    {
        try
        {
            return ArchiveFaults.Guard(request.App, () => Planner.Plan(app, request));
        }
        catch (ProblemException e)
        {
            Task.WaitAny(opening);
            if (opening.Exception?.InnerException is ProblemException other)
                throw new ProblemException([.. e.Problems, .. other.Problems], e);
            throw;
        }
    }

    private static SigningKey Key(BuildRequest request, BuildEnvironment environment, List<Problem> notices) => request switch
    {
        { Keystore: { } keystore } => SigningKeys.Load(keystore, environment.Now, notices),
        { Type: BuildType.Debug } => DebugKey.GetOrCreate(environment.DataFolder, environment.Now),
        _ => throw new ProblemException(SigningProblems.KeystoreMissing.At("--keystore", "A release build was asked for without a keystore.")),
    };

    private static AndroidShell Shell(AndroidPlan plan, BuildEnvironment environment, IProgress<string> progress, CancellationToken cancellation) =>
        ShellProblems.Guard(() => new AndroidShellToolchain(environment.CacheFolder)
            .GetOrCompile(new AndroidShellRequest(plan.MinSdk, plan.Type == BuildType.Debug), progress, cancellation));
}
