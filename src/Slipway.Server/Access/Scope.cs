namespace Slipway.Server.Access;

/// <summary>What a token may do.</summary>
internal static class Scope
{
    public const string BuildsRead = "builds.read";
    public const string BuildsLaunch = "builds.launch";
    public const string ConfigurationsRead = "configurations.read";
    public const string ConfigurationsWrite = "configurations.write";
    public const string CredentialsRead = "credentials.read";
    public const string CredentialsWrite = "credentials.write";

    /// <summary>No role has it: it is given to a token by name, and each use leaves a row in the audit trail.</summary>
    public const string CredentialsExport = "credentials.export";
    public const string WebhooksWrite = "webhooks.write";
    public const string AuditRead = "audit.read";
    public const string OrganisationAdmin = "organisation.admin";

    /// <summary>Makes organisations; belongs to who runs the service.</summary>
    public const string PlatformAdmin = "platform.admin";

    /// <summary>Takes builds from the queue. Goes with no other scope.</summary>
    public const string Worker = "worker";

    /// <summary>Everything that a token of an organisation can be given.</summary>
    public static IReadOnlyList<string> OfOrganisations { get; } =
    [
        BuildsRead, BuildsLaunch, ConfigurationsRead, ConfigurationsWrite, CredentialsRead, CredentialsWrite, CredentialsExport, WebhooksWrite, AuditRead, OrganisationAdmin,
    ];
}
