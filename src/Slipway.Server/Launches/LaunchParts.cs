using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Server.Access;
using Slipway.Server.Requests;
using Slipway.Server.Revisions;

namespace Slipway.Server.Launches;

/// <summary>A launch, as far as it is understood before its transaction.</summary>
/// <param name="Caller">Who launches.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="EnvironmentKey">The environment.</param>
/// <param name="Draft">The files; null when the request names a revision that is there.</param>
/// <param name="Once">What makes it happen once; null when it may happen again.</param>
internal sealed record LaunchParts(Caller Caller, LaunchRequest Request, string EnvironmentKey, RevisionDraft? Draft, IdempotencyKey? Once)
{
    /// <summary>The build for one of the platforms.</summary>
    public NewBuild BuildFor(MobilePlatform platform, RevisionRow revision) => new(EnvironmentKey, revision, platform, Request.Options)
    {
        BuildType = LaunchRules.TypeOf(Request),
        Credentials = Request.Credentials,
        Priority = Request.Priority,
        Channel = Request.Channel,
    };
}
