using Slipway.Build.Deploy;
using Slipway.Build.Package;
using Slipway.Build.Package.Ios;
using Slipway.Build.Plan;
using Slipway.Build.Plan.Ios;
using Slipway.Build.Read;
using Slipway.Build.Resources.Ios;
using Slipway.Build.Shell.Ios;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios;

namespace Slipway.Build;

/// <summary>The build of an IPA, or of a zip for the simulator.</summary>
internal sealed class IosBuild(BuildContext context) : IPlatformBuild
{
    private readonly List<Problem> _notices = [];
    private SourceApp? _app;
    private IosPlan? _plan;
    private IosShell? _shell;
    private IosBundleContent? _content;

    public IReadOnlyList<Problem> Notices =>
        _plan is null ? [] : Request.InstallAddress is not null && DeploymentFiles.WhyNot(_plan) is { } notice ? [.. _plan.Notices, .. _notices, notice] : [.. _plan.Notices, .. _notices];

    private BuildRequest Request => context.Request;

    public void Plan()
    {
        context.Progress.Report("reading the app");
        _app = context.Timings.Time("read", () => ArchiveFaults.Guard(Request.App, () => AppReader.Read(Request.App, MobilePlatform.Ios, Request.Files)));
        _plan = context.Timings.Time("plan", () => ArchiveFaults.Guard(Request.App, () => IosPlanner.Plan(_app, Request, Sign)));
    }

    public void Shell()
    {
        var variant = _plan!.Signing is null ? IosShellVariant.Simulator : IosShellVariant.Device;
        _shell = context.Timings.Time("shell", () => context.Host.GetShell(new IosShellRequest(variant), context.Cancellation));
    }

    public void Resources() => _content = context.Timings.Time("resources", () => IosBundle.Compile(_plan!, context.Host, _notices));

    public PlatformResult Package()
    {
        context.Progress.Report("packing");
        var artifact = context.Timings.Time("package", () =>
            ArchiveFaults.Guard(Request.App, () => PackageBounds.Guard(Request.App, () => IpaStage.Write(_plan!, _app!, _shell!, _content!, context))));
        if (Request.InstallAddress is { } address)
            context.Timings.Time("deploy", () => DeploymentFiles.Write(_plan!, artifact.Path, address, Request.OutFolder));
        return new PlatformResult(_plan!, [artifact]) { NativeInputs = NativeInputs.Of(_app!, _plan!, Request) };
    }

    public void Dispose() => _app?.Dispose();

    // Problems of keys, profile and install URL are reported together.
    private IosSigningPlan Sign(string bundleId)
    {
        var problems = new List<Problem>();
        Try(() => Request.InstallAddress is { } address ? DeploymentFiles.FolderOf(address) : null, problems);
        var purpose = Try(() => context.Host.OpenIosPurpose(bundleId), problems);
        return problems.Count == 0 ? purpose! : throw new ProblemException(problems);
    }

    private static T? Try<T>(Func<T> step, List<Problem> problems)
    {
        try
        {
            return step();
        }
        catch (ProblemException e)
        {
            problems.AddRange(e.Problems);
            return default;
        }
    }
}
