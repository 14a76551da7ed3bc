namespace Slipway.Server;

/// <summary>Limits of a server's connections: how many are open, and for how long.</summary>
public sealed record ConnectionSettings
{
    /// <summary>Maximum number of connections; null for as many as the limit of open files allows, up to 10,000.</summary>
    public int? Most { get; init; }

    /// <summary>Maximum number of connections from one network address; null for a quarter of all. Trusted proxies have no such limit.</summary>
    public int? MostPerAddress { get; init; }

    /// <summary>Idle timeout of a connection between two requests.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(130);

    /// <summary>Timeout of a TLS handshake, and of the headers of a request.</summary>
    public TimeSpan HeadTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Maximum number of concurrent requests on an HTTP/2 connection.</summary>
    public int MostStreams { get; init; } = 100;
}
