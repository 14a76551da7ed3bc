using Slipway.Protocol.Credentials;

namespace Slipway.Protocol.Client;

/// <summary>Calls that list, add and remove credentials in the vault.</summary>
/// <param name="connection">Connection to the service.</param>
public sealed class CredentialApi(ServiceConnection connection)
{
    private const string Address = "/api/v1/credentials";

    /// <summary>Returns all credentials of the organisation, without secrets.</summary>
    public Task<IReadOnlyList<CredentialDescription>> ListAsync(CancellationToken cancellation) =>
        connection.JsonAsync(new HttpRequestMessage(HttpMethod.Get, Address), WireJson.Default.IReadOnlyListCredentialDescription, cancellation);

    /// <summary>Adds a credential.</summary>
    public Task<CredentialDescription> AddAsync(NewCredential credential, CancellationToken cancellation) => connection.JsonAsync(
        new HttpRequestMessage(HttpMethod.Post, Address) { Content = PlainJson.Create(credential, WireJson.Default.NewCredential) }, WireJson.Default.CredentialDescription, cancellation);

    /// <summary>Removes a credential.</summary>
    public async Task RemoveAsync(Guid id, CancellationToken cancellation)
    {
        using var answer = await connection.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"{Address}/{id}"), cancellation);
    }
}
