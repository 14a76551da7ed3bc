using Slipway.Worker.Builds;

namespace Slipway.Worker.Leases;

/// <summary>Does the work of a build, as <see cref="BuildRunner.RunAsync"/> does.</summary>
/// <param name="job">What is wanted.</param>
/// <param name="events">Told what goes on.</param>
/// <param name="cancellation">Ends the build and leaves nothing behind.</param>
internal delegate Task<BuildOutcome> BuildJobAsync(BuildJob job, IProgress<BuildProgress> events, CancellationToken cancellation);
