using Slipway.Protocol.Access;

namespace Slipway.Protocol.Tests.Access;

public sealed class AccessFormTests
{
    [Fact]
    public void A_login_names_email_and_password() =>
        WireForm.Is("""{"email":"ada@example.com","password":"secret"}""", new SessionRequest("ada@example.com", "secret"));

    [Fact]
    public void A_token_is_asked_for_by_name_scopes_and_lifetime() =>
        WireForm.Is("""{"name":"ci","scopes":["builds.launch"],"expiresInDays":30,"allOrganisations":false}""", new NewTokenRequest("ci", ["builds.launch"], 30));
}
