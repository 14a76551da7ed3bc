using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>A version of the builder.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NativeBuilderVersion
{
    /// <summary>Its name.</summary>
    public string? Version { get; init; }

    /// <summary>Its state.</summary>
    public NativeBuilderVersionState State { get; init; }

    /// <summary>The frameworks that it builds.</summary>
    public IReadOnlyList<MobileFramework>? SupportedMobileFrameworks { get; init; }

    /// <summary>The framework for an app that does not declare one.</summary>
    public MobileFramework DefaultMobileFramework { get; init; }

    /// <summary>The last day on which it gets fixes.</summary>
    public DateOnly? EndOfSupportDate { get; init; }

    /// <summary>The last day on which it builds.</summary>
    public DateOnly? EndOfLifeDate { get; init; }
}

/// <summary>The versions of the builder.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NativeBuilderVersionListResponse
{
    /// <summary>The newest first.</summary>
    public IReadOnlyList<NativeBuilderVersion>? Results { get; init; }
}

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
