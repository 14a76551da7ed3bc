namespace Slipway.Protocol.Launches;

/// <summary>What wins over what the app says of itself.</summary>
public sealed record LaunchOptions
{
    /// <summary>Most patterns of files to include.</summary>
    public const int MostIncludes = 50;

    /// <summary>Most characters of a pattern of files to include.</summary>
    public const int LongestInclude = 200;

    /// <summary>Application id.</summary>
    public string? Id { get; init; }

    /// <summary>Name under the icon.</summary>
    public string? Name { get; init; }

    /// <summary>Version that people see.</summary>
    public string? VersionName { get; init; }

    /// <summary>Version that devices compare.</summary>
    public string? VersionCode { get; init; }

    /// <summary>Patterns of files that are packaged although they would be left out, such as <c>certs/*.p12</c>; they count from the folder of the web files.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];
}
