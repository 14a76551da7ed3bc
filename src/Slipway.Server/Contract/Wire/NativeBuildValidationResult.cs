namespace Slipway.Server.Contract.Wire;

/// <summary>Does the application need a new package?</summary>
internal enum NativeBuildValidationResult
{
    /// <summary>Something that is compiled or packed into it has changed.</summary>
    NativeBuildNeeded,

    /// <summary>The package that there is will do.</summary>
    NativeBuildNotNeeded,

    /// <summary>None can be built yet.</summary>
    MissingConfiguration,
}
