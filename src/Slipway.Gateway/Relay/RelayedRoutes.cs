namespace Slipway.Gateway.Relay;

/// <summary>
/// The routes that a relay passes: the API and the pages of the service, listed by the first segment of their paths. Everything else is refused. A
/// test compares the list with the routes of the service.
/// </summary>
public static class RelayedRoutes
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

    // The page at the root of the address.
    private const string Front = "/";

    private static readonly string[] ForWorkers = ["/api/v1/leases", "/api/v1/workers"];
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// <summary>The methods, as the value of the header Allow.</summary>
    public static string Allowed { get; } = string.Join(", ", Methods);

    /// <summary>Returns whether a path is passed. Case matters here, although it does not for the service, so that each path has one spelling.</summary>
    /// <param name="path">The path as received.</param>
    /// <param name="workers">Whether the paths for workers are passed, too.</param>
    public static bool Has(string path, bool workers) => path == Front || Under(ForAll, path) || (workers && Under(ForWorkers, path));

    /// <summary>Returns whether a path is one for workers.</summary>
    public static bool IsForWorkers(string path) => Under(ForWorkers, path);

    /// <summary>Returns whether a method is passed.</summary>
    public static bool HasMethod(string method) => Array.IndexOf(Methods, method) >= 0;

    private static bool Under(string[] list, string path) =>
        Array.Exists(list, start => path.StartsWith(start, StringComparison.Ordinal) && (path.Length == start.Length || path[start.Length] == '/'));
}
