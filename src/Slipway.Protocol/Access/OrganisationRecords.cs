namespace Slipway.Protocol.Access;

/// <summary>An organisation.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="Limits">Its limits.</param>
public sealed record OrganisationDescription(Guid Id, string Name, DateTimeOffset CreatedAt, OrganisationLimits Limits);

/// <summary>A request to create an organisation: POST <c>/api/v1/organisations</c>.</summary>
/// <param name="Name">Name; unique in the service.</param>
/// <param name="Limits">Its limits; null for the defaults.</param>
public sealed record NewOrganisation(string Name, OrganisationLimits? Limits = null);

/// <summary>A new organisation.</summary>
/// <param name="Id">Id.</param>
/// <param name="AdministratorToken">Token of its first administrator; shown only here.</param>
public sealed record CreatedOrganisation(Guid Id, string AdministratorToken);

/// <summary>The limits of an organisation. Limits per minute apply to each operation separately.</summary>
public sealed record OrganisationLimits
{
    /// <summary>Maximum size of its files, revisions and artifacts together, in bytes.</summary>
    public long StorageQuota { get; init; } = 50L << 30;

    /// <summary>Retention of ended builds and their artifacts, in days.</summary>
    public long RetentionDays { get; init; } = 90;

    /// <summary>Maximum number of builds that run at once.</summary>
    public long MaxRunning { get; init; } = 16;

    /// <summary>Maximum number of read requests per minute.</summary>
    public long ReadsPerMinute { get; init; } = 100;

    /// <summary>Maximum number of POST requests of the native-mobile-builds contract per minute.</summary>
    public long CreationsPerMinute { get; init; } = 5;

    /// <summary>Maximum number of PATCH requests of the native-mobile-builds contract per minute.</summary>
    public long ChangesPerMinute { get; init; } = 10;
}
