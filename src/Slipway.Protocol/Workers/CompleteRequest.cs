using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Workers;

/// <summary>A build is done: POST <c>/api/v1/leases/{build}/{attempt}/complete</c>.</summary>
/// <param name="Artifacts">What was uploaded.</param>
/// <param name="Facts">What is known of the app now.</param>
/// <param name="Timings">Milliseconds of each stage.</param>
/// <param name="Notices">Warnings and notices.</param>
public sealed record CompleteRequest(
    IReadOnlyList<CompletedArtifact> Artifacts, BuildFacts Facts, IReadOnlyDictionary<string, double> Timings, IReadOnlyList<ProblemDescription> Notices);
