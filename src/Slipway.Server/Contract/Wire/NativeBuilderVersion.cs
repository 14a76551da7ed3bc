using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>A version of the builder.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NativeBuilderVersion
{
    /// <summary>Its name.</summary>
    public string? Version { get; init; }

    /// <summary>Where it is in its life.</summary>
    public NativeBuilderVersionState State { get; init; }

    /// <summary>The frameworks that it builds.</summary>
    public IReadOnlyList<MobileFramework>? SupportedMobileFrameworks { get; init; }

    /// <summary>The framework of an app that does not say.</summary>
    public MobileFramework DefaultMobileFramework { get; init; }

    /// <summary>After this day it gets no corrections.</summary>
    public DateOnly? EndOfSupportDate { get; init; }

    /// <summary>After this day it does not build.</summary>
    public DateOnly? EndOfLifeDate { get; init; }
}
