using Slipway.Build.Plan;
using Slipway.Build.Read;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build;

/// <summary>A platform that apps are built for. <see cref="Platforms"/> lists them.</summary>
internal interface IPlatform
{
    /// <summary>Its name.</summary>
    MobilePlatform Name { get; }

    /// <summary>Starts a build, which then takes its stages one by one.</summary>
    IPlatformBuild Start(BuildContext context);

    /// <summary>Plans without keys, to find what is wrong with an app before it is uploaded.</summary>
    /// <exception cref="ProblemException">Something is wrong with the app or the request; all of it is listed.</exception>
    AppPlan PlanWithoutKeys(SourceApp app, BuildRequest request);
}
