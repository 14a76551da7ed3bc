namespace Slipway.Server.Access;

/// <summary>Scopes: what a token may do.</summary>
internal static class Scope
{
    public const string BuildsRead = "builds.read";
    public const string BuildsLaunch = "builds.launch";
    public const string ConfigurationsRead = "configurations.read";
    public const string ConfigurationsWrite = "configurations.write";
    public const string CredentialsRead = "credentials.read";
    public const string CredentialsWrite = "credentials.write";

    /// <summary>No role includes it. A token gets it by name, and each use leaves a row in the audit trail.</summary>
    public const string CredentialsExport = "credentials.export";
    public const string WebhooksWrite = "webhooks.write";
    public const string AuditRead = "audit.read";
    public const string OrganisationAdmin = "organisation.admin";

    /// <summary>Creates organisations; for the operator.</summary>
    public const string PlatformAdmin = "platform.admin";

    /// <summary>Takes builds from the queue. Cannot be combined with another scope.</summary>
    public const string Worker = "worker";

    /// <summary>Every scope that a token of an organisation can have.</summary>
    public static IReadOnlyList<string> OfOrganisations { get; } =
    [
        BuildsRead, BuildsLaunch, ConfigurationsRead, ConfigurationsWrite, CredentialsRead, CredentialsWrite, CredentialsExport, WebhooksWrite, AuditRead, OrganisationAdmin,
    ];
}
