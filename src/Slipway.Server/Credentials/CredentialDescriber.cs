using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Credentials;

/// <summary>Describes credentials for the API, without secrets.</summary>
internal static class CredentialDescriber
{
    /// <summary>Describes a row.</summary>
    public static CredentialDescription Describe(CredentialRow row, IEnumerable<Problem> warnings)
    {
        var facts = row.ReadFacts();
        return new CredentialDescription
        {
            Id = Guid.Parse(row.Id),
            Name = row.Name,
            Kind = row.KindOf,
            EnvironmentKey = row.EnvironmentKey is { } environment ? Guid.Parse(environment) : null,
            ApplicationKey = row.ApplicationKey is { } application ? Guid.Parse(application) : null,
            Alias = row.Alias,
            Subject = facts.Subject,
            Team = facts.Team,
            Fingerprint = facts.Fingerprint,
            Key = facts.Key,
            Purpose = facts.Purpose,
            AppIdentifier = facts.AppIdentifier,
            Devices = facts.Devices,
            ExpiresAt = DatabaseTime.Of(row.ExpiresAt),
            CreatedAt = DatabaseTime.Of(row.CreatedAt),
            UpdatedAt = DatabaseTime.Of(row.UpdatedAt),
            Warnings = [.. warnings.Select(CredentialWarnings.Describe)],
        };
    }
}
