namespace Slipway.Server.Contract.Wire;

/// <summary>Whether a shield protects the package. Slipway has none.</summary>
internal enum AppShieldUsage
{
    /// <summary>It was not requested.</summary>
    Unused,

    /// <summary>It was switched off.</summary>
    Disabled,

    /// <summary>It was applied.</summary>
    Applied,
}
