using System.Text;

namespace Slipway.Connect.Proxies;

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

/// <summary>User and password with each request (RFC 7617): waiting to be asked would cost a round trip each time.</summary>
/// <param name="user">The user.</param>
/// <param name="password">The password.</param>
public sealed class BasicLogin(string user, string password) : IUpstreamLogin
{
    private readonly string _value = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));

    /// <inheritdoc/>
    public string First() => _value;

    /// <summary>They were sent, and did not do.</summary>
    public string? Next(IReadOnlyList<string> challenges, ref IDisposable? state) => null;
}
