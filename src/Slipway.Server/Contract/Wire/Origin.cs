namespace Slipway.Server.Contract.Wire;

/// <summary>Where a value comes from.</summary>
internal enum Origin
{
    /// <summary>It was set.</summary>
    Override,

    /// <summary>Nobody has set it.</summary>
    Default,
}
