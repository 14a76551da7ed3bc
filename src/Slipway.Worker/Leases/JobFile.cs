using Slipway.Protocol.Workers;

namespace Slipway.Worker.Leases;

/// <summary>A file that a build made.</summary>
/// <param name="Artifact">As the service knows it.</param>
/// <param name="Path">Where it is.</param>
internal sealed record JobFile(CompletedArtifact Artifact, string Path);
