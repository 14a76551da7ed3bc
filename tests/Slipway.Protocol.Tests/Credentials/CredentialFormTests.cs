using Slipway.Protocol.Credentials;

namespace Slipway.Protocol.Tests.Credentials;

public sealed class CredentialFormTests
{
    private static readonly NewCredential Key = new() { Name = "release", Kind = CredentialKind.Keystore, Content = [1, 2, 3], Password = "secret" };

    [Fact]
    public void A_credential_travels_with_its_content_in_base64() => WireForm.Is(
        """{"name":"release","kind":"Keystore","environment":null,"application":null,"content":"AQID","password":"secret","alias":null,"keyPassword":null,"chain":[]}""", Key);

    [Fact]
    public void As_text_it_says_nothing_of_what_is_inside() => Assert.DoesNotContain("secret", Key.ToString(), StringComparison.Ordinal);
}
