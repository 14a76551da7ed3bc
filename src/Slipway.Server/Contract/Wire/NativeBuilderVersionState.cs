namespace Slipway.Server.Contract.Wire;

/// <summary>Where a version of the builder is in its life.</summary>
internal enum NativeBuilderVersionState
{
    /// <summary>Supported.</summary>
    Active,

    /// <summary>Offered for trial.</summary>
    Beta,

    /// <summary>Offered to the curious.</summary>
    Canary,

    /// <summary>Builds, but no longer gets corrections.</summary>
    Deprecated,

    /// <summary>Does not build any more.</summary>
    Obsolete,
}
