using System.Text.Json;
using Slipway.Protocol.Credentials;

namespace Slipway.Protocol.Tests.Credentials;

public sealed class CredentialContentTests
{
    private static readonly NewCredential Credential = new()
    {
        Name = "release",
        Kind = CredentialKind.Keystore,
        Content = [1, 2, 3],
        Password = "canary",
        KeyPassword = "canary too",
        Alias = "upload",
        Chain = [[4]],
    };

    [Fact]
    public void Nothing_that_is_printed_by_mistake_holds_a_secret()
    {
        Assert.DoesNotContain("canary", $"{Credential}", StringComparison.Ordinal);
        Assert.DoesNotContain("canary", $"{new ExportedCredential { Name = "release", Kind = CredentialKind.Keystore, Content = [1], Password = "canary" }}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_credential_travels_as_json_with_its_files_in_base64()
    {
        var json = JsonSerializer.Serialize(Credential, JsonSerializerOptions.Web);
        Assert.Contains("\"content\":\"AQID\"", json, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"Keystore\"", json, StringComparison.Ordinal);
        var read = JsonSerializer.Deserialize<NewCredential>(json, JsonSerializerOptions.Web)!;
        Assert.Equal(Credential.Content, read.Content);
        Assert.Equal(("release", CredentialKind.Keystore, "canary", "upload", "canary too"), (read.Name, read.Kind, read.Password, read.Alias, read.KeyPassword));
        Assert.Equal([4], Assert.Single(read.Chain));
    }
}
