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
