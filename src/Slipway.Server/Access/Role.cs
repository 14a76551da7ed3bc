namespace Slipway.Server.Access;

/// <summary>The role of a user in an organisation.</summary>
internal enum Role
{
    /// <summary>Reads builds and configurations.</summary>
    Viewer,

    /// <summary>Also builds, configures and manages credentials.</summary>
    Developer,

    /// <summary>Also manages users and tokens, and reads the audit trail.</summary>
    Administrator,
}

/// <summary>The scopes of roles.</summary>
internal static class RoleScopes
{
    private static readonly string[] Viewer = [Scope.BuildsRead, Scope.ConfigurationsRead];

    private static readonly string[] Developer =
        [.. Viewer, Scope.BuildsLaunch, Scope.ConfigurationsWrite, Scope.CredentialsRead, Scope.CredentialsWrite, Scope.WebhooksWrite];

    private static readonly string[] Administrator = [.. Developer, Scope.AuditRead, Scope.OrganisationAdmin];

    /// <summary>Returns the scopes of a role.</summary>
    public static IReadOnlyList<string> Of(Role role) => role switch
    {
        Role.Viewer => Viewer,
        Role.Developer => Developer,
        Role.Administrator => Administrator,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
