using Slipway.Build.Plan;

namespace Slipway.Build;

/// <summary>What every stage of a build has at hand.</summary>
/// <param name="Request">What is wanted.</param>
/// <param name="Environment">What the machine lends.</param>
/// <param name="Host">Keys, shells and caches.</param>
/// <param name="Timings">Takes how long each stage took.</param>
/// <param name="Progress">Told in a few words what goes on.</param>
/// <param name="Cancellation">Ends the build and leaves nothing behind.</param>
internal sealed record BuildContext(BuildRequest Request, BuildEnvironment Environment, IBuildHost Host, BuildTimings Timings, IProgress<string> Progress, CancellationToken Cancellation);
