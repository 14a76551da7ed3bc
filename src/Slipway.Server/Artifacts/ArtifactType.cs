namespace Slipway.Server.Artifacts;

/// <summary>Media types by file extension; only for types that devices act on.</summary>
internal static class ArtifactType
{
    /// <summary>Returns the media type of a file.</summary>
    public static string Of(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".apk" => "application/vnd.android.package-archive",
        ".ipa" or ".aab" => "application/octet-stream",
        ".plist" => "text/xml",
        ".zip" => "application/zip",
        ".json" => "application/json",
        ".txt" or ".log" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
