using Slipway.Protocol.Workers;

namespace Slipway.Worker.Leases;

/// <summary>Does the work of a build.</summary>
/// <param name="job">What is wanted.</param>
/// <param name="log">Takes what the build says.</param>
/// <param name="cancellation">Ends the build and leaves nothing behind.</param>
/// <exception cref="Protocol.Problems.ProblemException">There is no package, for reasons that a person can read.</exception>
internal delegate Task<JobResult> BuildJobAsync(WorkerJob job, LogPump log, CancellationToken cancellation);
