namespace Slipway.Server.Workers;

/// <summary>A worker that is there; lists are words with spaces between.</summary>
internal sealed record WorkerRow(string Id, string? OrganisationId, string Platforms, string BuilderVersions);
