using Slipway.Protocol.Builds;
using Slipway.Protocol.Workers;

namespace Slipway.Worker.Leases;

/// <summary>What came of a build.</summary>
/// <param name="Files">The package, and files beside it.</param>
/// <param name="Facts">What is known of the app now.</param>
/// <param name="Timings">Milliseconds of each stage.</param>
/// <param name="Notices">Warnings and notices.</param>
internal sealed record JobResult(IReadOnlyList<JobFile> Files, BuildFacts Facts, IReadOnlyDictionary<string, double> Timings, IReadOnlyList<ProblemDescription> Notices);
