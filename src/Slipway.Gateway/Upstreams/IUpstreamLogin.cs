namespace Slipway.Gateway.Upstreams;

/// <summary>How the gateway proves to a parent proxy who it is. The values are those of Proxy-Authorization (RFC 9110, 11.7.2).</summary>
public interface IUpstreamLogin
{
    /// <summary>What is sent with the first request, before the parent asks.</summary>
    string? First();

    /// <summary>The answer to what the parent said with 407; null when there is nothing more to say. A connection has steps of its own.</summary>
    /// <param name="challenges">The values of Proxy-Authenticate.</param>
    /// <param name="state">What the step before left; null at the first.</param>
    string? Next(IReadOnlyList<string> challenges, ref IDisposable? state);
}
