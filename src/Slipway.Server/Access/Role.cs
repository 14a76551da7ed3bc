namespace Slipway.Server.Access;

/// <summary>What a person is in an organisation.</summary>
internal enum Role
{
    /// <summary>Looks at builds and configurations.</summary>
    Viewer,

    /// <summary>Builds, configures and keeps credentials.</summary>
    Developer,

    /// <summary>Also keeps people, tokens and the audit trail.</summary>
    Administrator,
}
