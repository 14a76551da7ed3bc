using Slipway.Protocol.Access;

namespace Slipway.Server.Access;

/// <summary>An organisation in the database.</summary>
internal sealed record OrganisationRow(
    string Id, string Name, long CreatedAt, long StorageQuota, long RetentionDays, long MaxRunning, long ReadsPerMinute, long CreationsPerMinute, long ChangesPerMinute)
{
    /// <summary>Returns the description that the API sends.</summary>
    public OrganisationDescription Describe() => new(Guid.Parse(Id), Name, DatabaseTime.Of(CreatedAt), new OrganisationLimits
    {
        StorageQuota = StorageQuota,
        RetentionDays = RetentionDays,
        MaxRunning = MaxRunning,
        ReadsPerMinute = ReadsPerMinute,
        CreationsPerMinute = CreationsPerMinute,
        ChangesPerMinute = ChangesPerMinute,
    });
}
