using System.Net.Http.Json;
using System.Text.Json;
using Slipway.Protocol.Credentials;

namespace Slipway.Server.Tests.Credentials;

/// <summary>Calls of the credentials' addresses.</summary>
internal static class CredentialCalls
{
    public static NewCredential Keystore(string name, byte[] content, string password) => new() { Name = name, Kind = CredentialKind.Keystore, Content = content, Password = password };

    public static NewCredential Certificate(string name, string file) =>
        new() { Name = name, Kind = CredentialKind.Certificate, Content = AppleIdentity.Today.Read(file + ".p12"), Password = AppleIdentity.Password };

    public static NewCredential Profile(string name, string file) => new() { Name = name, Kind = CredentialKind.Profile, Content = AppleIdentity.Today.Read(file + ".mobileprovision") };

    /// <summary>Adds a credential that has to be taken.</summary>
    public static async Task<CredentialDescription> AddAsync(this TestService service, NewCredential credential)
    {
        using var answer = await service.Admin.PostAsJsonAsync("/api/v1/credentials", credential, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (await answer.Content.ReadFromJsonAsync<CredentialDescription>(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Replaces the content of a credential by that of another.</summary>
    public static async Task<CredentialDescription> ReplaceAsync(this TestService service, Guid id, CredentialContent content)
    {
        var plain = new { content.Content, content.Password, content.Alias, content.KeyPassword, content.Chain };
        using var answer = await service.Admin.PutAsJsonAsync($"/api/v1/credentials/{id}/content", plain, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (await answer.Content.ReadFromJsonAsync<CredentialDescription>(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Adds a credential that has to be refused; gives the codes of all that is wrong and the whole answer.</summary>
    public static async Task<(string Codes, string Text)> RefuseAsync(this TestService service, NewCredential credential)
    {
        using var answer = await service.Admin.PostAsJsonAsync("/api/v1/credentials", credential, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
        var codes = JsonDocument.Parse(text).RootElement.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("code").GetString()!);
        return (string.Join(',', codes.Order(StringComparer.Ordinal)), text);
    }

    public static string Codes(this CredentialDescription credential) => string.Join(',', credential.Warnings.Select(w => w.Code).Order(StringComparer.Ordinal));
}
