using Slipway.Protocol.Access;

namespace Slipway.Protocol.Client;

/// <summary>Logging in and out.</summary>
/// <param name="connection">The service.</param>
public sealed class SessionCalls(ServiceConnection connection)
{
    /// <summary>Proves who calls by email address and password; gives a token.</summary>
    public Task<Session> LogInAsync(SessionRequest request, CancellationToken cancellation) => connection.JsonAsync(
        new HttpRequestMessage(HttpMethod.Post, "/api/v1/sessions") { Content = PlainJson.Create(request, WireJson.Default.SessionRequest) }, WireJson.Default.Session, cancellation);

    /// <summary>Is the token of this connection valid?</summary>
    /// <exception cref="Problems.ProblemException">It is not, or the service is out of reach.</exception>
    public async Task RequireAsync(CancellationToken cancellation)
    {
        using var answer = await connection.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/v1/caller"), cancellation);
    }

    /// <summary>Ends the token of this connection, where it came from logging in.</summary>
    public async Task LogOutAsync(CancellationToken cancellation)
    {
        using var answer = await connection.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/api/v1/sessions/current"), cancellation);
    }
}
