using System.Text;

namespace Slipway.Gateway.Upstreams;

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
