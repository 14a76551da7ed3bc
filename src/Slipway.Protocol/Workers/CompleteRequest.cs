using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Workers;

/// <summary>Completes a build: POST <c>/api/v1/leases/{build}/{attempt}/complete</c>.</summary>
/// <param name="Artifacts">The uploaded artifacts.</param>
/// <param name="Facts">What the worker learnt about the app.</param>
/// <param name="Timings">Duration of each stage in milliseconds.</param>
/// <param name="Notices">Warnings and notices.</param>
public sealed record CompleteRequest(
    IReadOnlyList<CompletedArtifact> Artifacts, BuildFacts Facts, IReadOnlyDictionary<string, double> Timings, IReadOnlyList<ProblemDescription> Notices);
