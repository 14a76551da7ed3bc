using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Workers;

/// <summary>Registers a worker: POST <c>/api/v1/workers</c>.</summary>
/// <param name="Name">Name for people; by default that of the machine.</param>
/// <param name="Platforms">Platforms for which its toolchains can build.</param>
/// <param name="BuilderVersions">Versions of the builder that it implements.</param>
/// <param name="Slots">Number of builds that it runs at once.</param>
public sealed record WorkerRegistration(string Name, IReadOnlyList<MobilePlatform> Platforms, IReadOnlyList<string> BuilderVersions, int Slots);
