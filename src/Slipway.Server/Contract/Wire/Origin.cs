namespace Slipway.Server.Contract.Wire;

/// <summary>The origin of a value.</summary>
internal enum Origin
{
    /// <summary>It was set.</summary>
    Override,

    /// <summary>It was not set.</summary>
    Default,
}
