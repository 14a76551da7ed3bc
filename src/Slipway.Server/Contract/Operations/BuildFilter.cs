using Slipway.Protocol.Builds;

namespace Slipway.Server.Contract.Operations;

/// <summary>Which builds of an organisation are asked for; what is null does not matter.</summary>
/// <param name="Environment">Those of an environment.</param>
/// <param name="Application">Those of an application.</param>
/// <param name="Platform">Those for a platform.</param>
/// <param name="Revision">Those of a revision.</param>
/// <param name="Status">Those that are so far.</param>
internal sealed record BuildFilter(Guid? Environment, Guid? Application, MobilePlatform? Platform, int? Revision, BuildStatus? Status);
