using Slipway.Protocol.Access;

namespace Slipway.Protocol.Tests.Access;

public sealed class AccessFormTests
{
    [Fact]
    public void A_login_names_email_password_and_an_organisation_where_it_is_needed() =>
        WireForm.Is("""{"email":"ada@example.com","password":"secret","organisation":null}""", new SessionRequest("ada@example.com", "secret"));

    [Fact]
    public void A_token_is_asked_for_by_name_scopes_and_lifetime() =>
        WireForm.Is("""{"name":"ci","scopes":["builds.launch"],"expiresInDays":30,"allOrganisations":false}""", new NewTokenRequest("ci", ["builds.launch"], 30));
}
