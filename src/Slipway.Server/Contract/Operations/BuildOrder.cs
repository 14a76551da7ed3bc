using Slipway.Protocol.Builds;
using Slipway.Server.Access;
using Slipway.Server.Contract.Configurations;
using Slipway.Server.Contract.Wire;
using Slipway.Server.Revisions;

namespace Slipway.Server.Contract.Operations;

/// <summary>A build to start, with everything that it depends on.</summary>
internal sealed record BuildOrder(
    Caller Caller, ApplicationInEnvironment Subject, RevisionRow Revision, MobilePlatform Platform, BuildConfiguration Configuration, BuildOperationRequest Request, NativeBuildVersions Suggested);
