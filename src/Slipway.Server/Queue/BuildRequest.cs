using System.Text.Json;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Builds;

namespace Slipway.Server.Queue;

/// <summary>What a build was asked for, as it is kept in its row. Credentials are ids: their contents are fetched at each claim.</summary>
internal sealed record BuildRequest
{
    /// <summary>What wins over what the app says of itself.</summary>
    public LaunchOptions Options { get; init; } = new();

    /// <summary>What the package is for; null for what the profile says or what needs the least.</summary>
    public MobileBuildType? BuildType { get; init; }

    /// <summary>Id of the keystore, for Android.</summary>
    public string? Keystore { get; init; }

    /// <summary>Id of the certificate, for iOS.</summary>
    public string? Certificate { get; init; }

    /// <summary>Id of the profile, for iOS.</summary>
    public string? Profile { get; init; }

    /// <summary>The request of a row.</summary>
    public static BuildRequest Parse(string json) => JsonSerializer.Deserialize<BuildRequest>(json, JsonSerializerOptions.Web)!;

    /// <summary>As a row keeps it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
