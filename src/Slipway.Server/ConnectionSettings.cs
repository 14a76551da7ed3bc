namespace Slipway.Server;

/// <summary>How many connections a server keeps open, and for how long.</summary>
public sealed record ConnectionSettings
{
    /// <summary>Connections in all; null for as many as there is room for, up to 10,000.</summary>
    public int? Most { get; init; }

    /// <summary>Connections of one network address; null for a quarter of all. Trusted proxies have no such limit.</summary>
    public int? MostPerAddress { get; init; }

    /// <summary>How long a connection may be idle between two requests.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(130);

    /// <summary>How long a TLS handshake may take, and the headers of a request.</summary>
    public TimeSpan HeadTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Requests at once on a connection of HTTP/2.</summary>
    public int MostStreams { get; init; } = 100;
}
