namespace Slipway.Server.Workers;

/// <summary>A registered worker in the database; lists are separated by spaces.</summary>
internal sealed record WorkerRow(string Id, string? OrganisationId, string Platforms, string BuilderVersions);
