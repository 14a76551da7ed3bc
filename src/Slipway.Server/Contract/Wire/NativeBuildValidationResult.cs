namespace Slipway.Server.Contract.Wire;

/// <summary>Whether the application needs a new package.</summary>
internal enum NativeBuildValidationResult
{
    /// <summary>A file that is compiled or packed into the package has changed.</summary>
    NativeBuildNeeded,

    /// <summary>The existing package suffices.</summary>
    NativeBuildNotNeeded,

    /// <summary>No package can be built yet.</summary>
    MissingConfiguration,
}
