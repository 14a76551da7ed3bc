namespace Slipway.Server.Contract.Wire;

/// <summary>The state of a version of the builder.</summary>
internal enum NativeBuilderVersionState
{
    /// <summary>Supported.</summary>
    Active,

    /// <summary>Offered for trial.</summary>
    Beta,

    /// <summary>Offered to the curious.</summary>
    Canary,

    /// <summary>Still builds, but no longer gets fixes.</summary>
    Deprecated,

    /// <summary>No longer builds.</summary>
    Obsolete,
}
