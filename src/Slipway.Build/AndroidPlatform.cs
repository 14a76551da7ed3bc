using Slipway.Build.Plan;
using Slipway.Build.Read;
using Slipway.Protocol.Builds;

namespace Slipway.Build;

/// <summary>Android, and its APK.</summary>
internal sealed class AndroidPlatform : IPlatform
{
    public MobilePlatform Name => MobilePlatform.Android;

    public IPlatformBuild Start(BuildContext context) => new AndroidBuild(context);

    public AppPlan PlanWithoutKeys(SourceApp app, BuildRequest request) => AndroidPlanner.Plan(app, request);
}
