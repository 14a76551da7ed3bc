using System.Net.Http.Json;
using Slipway.Protocol.Credentials;

namespace Slipway.Server.Tests.Credentials;

/// <summary>Reads lists of credentials.</summary>
internal static class CredentialListing
{
    public static async Task<IReadOnlyList<CredentialDescription>> GetFromJsonListAsync(this HttpClient client, string address) =>
        (await client.GetFromJsonAsync<List<CredentialDescription>>(address, TestContext.Current.CancellationToken))!;
}
