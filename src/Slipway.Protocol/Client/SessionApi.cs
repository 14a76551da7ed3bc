using Slipway.Protocol.Access;

namespace Slipway.Protocol.Client;

/// <summary>Calls that log in and out.</summary>
/// <param name="connection">Connection to the service.</param>
public sealed class SessionApi(ServiceConnection connection)
{
    /// <summary>Logs in with email address and password, and returns a token.</summary>
    public Task<LoginSession> LogInAsync(SessionRequest request, CancellationToken cancellation) => connection.JsonAsync(
        new HttpRequestMessage(HttpMethod.Post, "/api/v1/sessions") { Content = PlainJson.Create(request, WireJson.Default.SessionRequest) }, WireJson.Default.LoginSession, cancellation);

    /// <summary>Checks the token of this connection.</summary>
    /// <exception cref="Problems.ProblemException">The token is not valid, or the service is unreachable.</exception>
    public async Task RequireAsync(CancellationToken cancellation)
    {
        using var answer = await connection.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/v1/caller"), cancellation);
    }

    /// <summary>Revokes the token of this connection if it came from a login.</summary>
    public async Task LogOutAsync(CancellationToken cancellation)
    {
        using var answer = await connection.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/api/v1/sessions/current"), cancellation);
    }
}
