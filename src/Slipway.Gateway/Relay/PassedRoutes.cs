namespace Slipway.Gateway.Relay;

/// <summary>
/// What a relay passes: the interface and the pages of the builder, each feature by its first part. Everything else is refused, and
/// a test holds the list against the routes of the service.
/// </summary>
public static class PassedRoutes
{
    private static readonly string[] ForAll =
    [
        "/.well-known/slipway-builder",
        "/a",
        "/api/native-mobile-builds/v1",
        "/api/v1/applications",
        "/api/v1/audit",
        "/api/v1/blobs",
        "/api/v1/builds",
        "/api/v1/caller",
        "/api/v1/credentials",
        "/api/v1/diagnostics",
        "/api/v1/environments",
        "/api/v1/install-links",
        "/api/v1/launches",
        "/api/v1/native-build-validation",
        "/api/v1/organisation",
        "/api/v1/organisations",
        "/api/v1/revisions",
        "/api/v1/servers",
        "/api/v1/sessions",
        "/api/v1/tokens",
        "/api/v1/users",
        "/api/v1/webhooks",
        "/docs",
        "/health/live",
        "/health/ready",
        "/i",
        "/l",
        "/openapi",
        "/v1/GetHealth",
    ];

    // What somebody sees who opens the address without a path.
    private const string Front = "/";

    private static readonly string[] ForWorkers = ["/api/v1/leases", "/api/v1/workers"];
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// <summary>The methods, as the header Allow names them.</summary>
    public static string Allowed { get; } = string.Join(", ", Methods);

    /// <summary>Is a path passed? Capitals count, although they do not for the service: there is one way to write each address.</summary>
    /// <param name="path">The path as it came.</param>
    /// <param name="workers">Are the addresses for workers passed, too?</param>
    public static bool Has(string path, bool workers) => path == Front || Under(ForAll, path) || (workers && Under(ForWorkers, path));

    /// <summary>Is a path one for workers?</summary>
    public static bool IsForWorkers(string path) => Under(ForWorkers, path);

    /// <summary>Is a method passed?</summary>
    public static bool HasMethod(string method) => Array.IndexOf(Methods, method) >= 0;

    private static bool Under(string[] list, string path) =>
        Array.Exists(list, start => path.StartsWith(start, StringComparison.Ordinal) && (path.Length == start.Length || path[start.Length] == '/'));
}
