using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;

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

    /// <summary>What wins over what the app says of itself.</summary>
    public LaunchOptions Options { get; init; } = new();

    /// <summary>The time of the build.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Hashes of the app's files.</summary>
    public IReadOnlyList<OrderedFile> Files { get; init; } = [];
}

/// <summary>A file whose content is known.</summary>
/// <param name="Path">Path within the app.</param>
/// <param name="Sha256">Hash in hexadecimal digits.</param>
/// <param name="Sha1">The older hash in hexadecimal digits, which the seals of iOS need; null where it is not known.</param>
internal sealed record OrderedFile(string Path, string Sha256, string? Sha1 = null);
