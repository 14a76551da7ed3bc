namespace Slipway.Server.Contract.Wire;

/// <summary>Was the package protected by a shield? Slipway has none.</summary>
internal enum AppShieldUsage
{
    /// <summary>It was not asked for.</summary>
    Unused,

    /// <summary>It was switched off.</summary>
    Disabled,

    /// <summary>It was.</summary>
    Applied,
}
