using Slipway.Protocol.Builds;

namespace Slipway.Worker.Pipe;

/// <summary>What a locked-up build is to make. Paths are those inside.</summary>
internal sealed record BuildOrder
{
    /// <summary>Folder or zip of the app.</summary>
    public required string App { get; init; }

    /// <summary>Where the package goes.</summary>
    public required string Out { get; init; }

    /// <summary>Compiled shells; cannot be written to.</summary>
    public required string Cache { get; init; }

    /// <summary>Deflated contents and drawn icons of the organisation, as far as the worker has put them there; cannot be written to.</summary>
    public required string Prepared { get; init; }

    /// <summary>Platform.</summary>
    public required MobilePlatform Platform { get; init; }

    /// <summary>What the package is for; null for what needs the least, or what the profile says.</summary>
    public MobileBuildType? Type { get; init; }

    /// <summary>Wins over the id that the app gives itself.</summary>
    public string? Id { get; init; }

    /// <summary>Wins over the name that the app gives itself.</summary>
    public string? Name { get; init; }

    /// <summary>Wins over the version that the app gives itself.</summary>
    public string? VersionName { get; init; }

    /// <summary>Wins over the version code that the app gives itself.</summary>
    public string? VersionCode { get; init; }

    /// <summary>Patterns of files that are packaged although they would be left out.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>The time of the build.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Hashes of the app's files.</summary>
    public IReadOnlyList<OrderedFile> Files { get; init; } = [];
}
