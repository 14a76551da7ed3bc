namespace Slipway.Protocol.Launches;

/// <summary>
/// What somebody wants of a build that wins over what the app says of itself. It goes whole from the command line to the process that
/// builds: in the request to the service, its database, the job of a worker and the order of the sandboxed build.
/// </summary>
/// <remarks>Rows of the database and other versions send records without newer options, so a new option may be null.</remarks>
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
