namespace Slipway.Protocol.Launches;

/// <summary>What wins over what the app says of itself.</summary>
public sealed record LaunchOptions
{
    /// <summary>Application id.</summary>
    public string? Id { get; init; }

    /// <summary>Name under the icon.</summary>
    public string? Name { get; init; }

    /// <summary>Version that people see.</summary>
    public string? VersionName { get; init; }

    /// <summary>Version that devices compare.</summary>
    public string? VersionCode { get; init; }
}
