using Slipway.Build.Plan;
using Slipway.Build.Plan.Ios;
using Slipway.Build.Read;
using Slipway.Protocol.Builds;
using Slipway.Signing.Ios;

namespace Slipway.Build;

/// <summary>iOS, with its IPA for devices and its zip for the simulator.</summary>
internal sealed class IosPlatform : IPlatform
{
    public MobilePlatform Name => MobilePlatform.Ios;

    public IPlatformBuild Start(BuildContext context) => new IosBuild(context);

    public AppPlan PlanWithoutKeys(SourceApp app, BuildRequest request) => IosPlanner.Plan(app, request, _ => new IosSigningPlan(MobileBuildType.Simulator, null, []));
}
