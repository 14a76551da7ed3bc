using Slipway.Build.Package;
using Slipway.Build.Plan;
using Slipway.Build.Read;
using Slipway.Build.Shell;
using Slipway.Formats.Keys;
using Slipway.Formats.Zip;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Signing;

namespace Slipway.Build;

/// <summary>The build of an APK.</summary>
internal sealed class AndroidBuild(BuildContext context) : IPlatformBuild
{
    private readonly List<Problem> _notices = [];
    private SourceApp? _app;
    private AndroidPlan? _plan;
    private SigningKey? _key;
    private AndroidShell? _shell;
    private IReadOnlyList<ZipItem> _resources = [];

    public IReadOnlyList<Problem> Notices => [.. _plan?.Notices ?? [], .. _notices];

    private BuildRequest Request => context.Request;

    public void Plan()
    {
        context.Progress.Report("reading the app");
        var opening = Task.Run(() => context.Host.OpenAndroidKey(_notices), context.Cancellation);
        _plan = PlanBeside(opening);
        _key = context.Timings.Time("key", () => opening.GetAwaiter().GetResult());
        if (DebugKeyMismatch.FindMismatch(_key, _plan.Type == MobileBuildType.Debug, "--type") is { } mismatch)
            _notices.Add(mismatch);
    }

    public void Shell() => _shell = context.Timings.Time("shell", () =>
        context.Host.GetShell(new AndroidShellRequest(_plan!.MinSdk, _plan.Type == MobileBuildType.Debug), context.Cancellation));

    public void Resources() => _resources = context.Timings.Time("resources", () => ResourceStage.Compile(_plan!, context.Host, _notices));

    public PlatformResult Package()
    {
        context.Progress.Report("packing");
        var artifact = context.Timings.Time("package", () =>
            ArchiveFaults.Guard(Request.App, () => PackageBounds.Guard(Request.App, () => ApkStage.Write(_plan!, _app!, _shell!, _resources, _key!, context))));
        return new PlatformResult(_plan!, [artifact]) { NativeInputs = NativeInputs.Of(_app!, _plan!, Request) };
    }

    public void Dispose() => _app?.Dispose();

    // Keystores are slow to open by design (PBKDF2), so one opens while the app is read. The problems of both are reported together.
    private AndroidPlan PlanBeside(Task<SigningKey> opening)
    {
        try
        {
            _app = context.Timings.Time("read", () => ArchiveFaults.Guard(Request.App, () => AppReader.Read(Request.App, MobilePlatform.Android, Request.Files)));
            return context.Timings.Time("plan", () => ArchiveFaults.Guard(Request.App, () => AndroidPlanner.Plan(_app, Request)));
        }
        catch (ProblemException e)
        {
            Task.WaitAny(opening);
            if (opening.Exception?.InnerException is ProblemException other)
                throw new ProblemException([.. e.Problems, .. other.Problems], e);
            throw;
        }
    }
}
