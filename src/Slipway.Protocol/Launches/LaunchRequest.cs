using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Launches;

/// <summary>Asks for builds of an app: POST <c>/api/v1/launches</c>.</summary>
public sealed record LaunchRequest
{
    /// <summary>The environment that every organisation begins with.</summary>
    public const string UsualEnvironment = "Development";

    /// <summary>Name or key of the application; a name that is new makes one.</summary>
    public required string Application { get; init; }

    /// <summary>Name or key of the environment.</summary>
    public string Environment { get; init; } = UsualEnvironment;

    /// <summary>Platforms to build for, each once; none to only keep the files as a revision.</summary>
    public required IReadOnlyList<MobilePlatform> Platforms { get; init; }

    /// <summary>What the packages are for, as <c>slipway build --type</c> takes it; null for what the configuration says, or what needs the least.</summary>
    public string? Type { get; init; }

    /// <summary>What wins over what the app says of itself.</summary>
    public LaunchOptions Options { get; init; } = new();

    /// <summary>What to sign with.</summary>
    public LaunchCredentials Credentials { get; init; } = new();

    /// <summary>The app's files; null when <see cref="BuildKey"/> names a revision that is there.</summary>
    public RevisionManifest? Revision { get; init; }

    /// <summary>Id of a revision that is there.</summary>
    public Guid? BuildKey { get; init; }

    /// <summary>Higher comes first, within the organisation and between them: -10 to 10.</summary>
    public int Priority { get; init; }

    /// <summary>Where the launch comes from: CLI, IDE, Console or API.</summary>
    public string Channel { get; init; } = "API";
}

/// <summary>Credentials of the vault to sign with, by name or id. What is null is what the configuration or the vault has for the app.</summary>
/// <param name="Keystore">For Android.</param>
/// <param name="Certificate">For iOS.</param>
/// <param name="Profile">For iOS.</param>
public sealed record LaunchCredentials(string? Keystore = null, string? Certificate = null, string? Profile = null);
