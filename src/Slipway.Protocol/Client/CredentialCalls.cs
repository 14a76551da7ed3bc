using Slipway.Protocol.Credentials;

namespace Slipway.Protocol.Client;

/// <summary>Keys and profiles in the vault.</summary>
/// <param name="connection">The service.</param>
public sealed class CredentialCalls(ServiceConnection connection)
{
    private const string Address = "/api/v1/credentials";

    /// <summary>All of the organisation, without anything secret.</summary>
    public Task<IReadOnlyList<CredentialDescription>> ListAsync(CancellationToken cancellation) =>
        connection.JsonAsync(new HttpRequestMessage(HttpMethod.Get, Address), WireJson.Default.IReadOnlyListCredentialDescription, cancellation);

    /// <summary>Keeps one.</summary>
    public Task<CredentialDescription> AddAsync(NewCredential credential, CancellationToken cancellation) => connection.JsonAsync(
        new HttpRequestMessage(HttpMethod.Post, Address) { Content = PlainJson.Create(credential, WireJson.Default.NewCredential) }, WireJson.Default.CredentialDescription, cancellation);

    /// <summary>Removes one.</summary>
    public async Task RemoveAsync(Guid id, CancellationToken cancellation)
    {
        using var answer = await connection.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"{Address}/{id}"), cancellation);
    }
}
