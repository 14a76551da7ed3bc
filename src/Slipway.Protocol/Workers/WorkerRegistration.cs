using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Workers;

/// <summary>A worker says what it can do: POST <c>/api/v1/workers</c>.</summary>
/// <param name="Name">What people call it; the machine's name.</param>
/// <param name="Platforms">Platforms that its toolchains build for.</param>
/// <param name="BuilderVersions">Versions of the builder that it is.</param>
/// <param name="Slots">Builds that it runs at once.</param>
public sealed record WorkerRegistration(string Name, IReadOnlyList<MobilePlatform> Platforms, IReadOnlyList<string> BuilderVersions, int Slots);
