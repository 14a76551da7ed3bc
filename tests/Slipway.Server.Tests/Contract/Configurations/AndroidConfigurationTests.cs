using System.Net;
using System.Text.Json;
using Dapper;
using Slipway.Server.Launches;
using Slipway.Server.Tests.Credentials;

namespace Slipway.Server.Tests.Contract.Configurations;

public sealed class AndroidConfigurationTests : IAsyncLifetime
{
    private const string Password = "a$b'c\"d %PATH%";
    private static readonly Lazy<byte[]> Keystore = new(() => KeytoolKeystore.Make("from keytool"));

    private ContractService _service = null!;

    public async ValueTask InitializeAsync() => _service = await ContractService.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task What_was_never_configured_is_not_there()
    {
        using var answer = await _service.SendAsync(HttpMethod.Get, _service.ConfigurationPath("android"));
        Assert.Equal((HttpStatusCode.NotFound, "SLW-SRV-40401"), (answer.StatusCode, await ContractService.CodeAsync(answer)));
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Values_are_shown_and_secrets_are_masked()
    {
        await _service.PatchAsync("android", new { appIdentifier = new { value = "org.example.notes" }, buildType = new { value = "Release" }, mobileFramework = new { value = "Cordova" }, mabsVersion = new { value = "1.0" } });
        await _service.PatchAsync("android", SigningPatch("from keytool"));
        var text = (await _service.GetAsync(_service.ConfigurationPath("android"))).GetRawText();
        var configuration = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal("org.example.notes", configuration.GetProperty("appIdentifier").Text("value"));
        Assert.Equal("Release", configuration.GetProperty("buildType").Text("value"));
        Assert.Equal("Cordova", configuration.GetProperty("mobileFramework").Text("value"));
        Assert.Equal("1.0", configuration.GetProperty("mabsVersion").Text("value"));
        Assert.Equal("upload.keystore", configuration.GetProperty("keystoreName").Text("value"));
        foreach (var field in new[] { "keystore", "keystorePassword", "alias", "aliasPassword" })
        {
            var secret = configuration.GetProperty(field);
            Assert.True(secret.GetProperty("isSecret").GetBoolean());
            Assert.Equal(JsonValueKind.Null, secret.GetProperty("value").ValueKind);
            Assert.Equal(JsonValueKind.String, secret.GetProperty("lastUpdateDate").ValueKind);
        }

        Assert.DoesNotContain("from keytool", text, StringComparison.Ordinal);
        Assert.Equal("BinaryUrl", configuration.GetProperty("keystore").Text("dataType"));
    }

    [Fact]
    public async Task What_is_left_out_stays_and_what_has_no_value_goes()
    {
        await _service.PatchAsync("android", new { appIdentifier = new { value = "org.example.notes" }, keystoreName = new { value = "a" }, buildType = new { value = "Debug" } });
        await _service.PatchAsync("android", new { keystoreName = new { value = (string?)null }, buildType = (object?)null });
        var configuration = await _service.GetAsync(_service.ConfigurationPath("android"));
        Assert.Equal("org.example.notes", configuration.GetProperty("appIdentifier").Text("value"));
        Assert.Equal(JsonValueKind.Null, configuration.GetProperty("keystoreName").ValueKind);
        Assert.Equal("Debug", configuration.GetProperty("buildType").Text("value"));
    }

    [Fact]
    public async Task A_release_is_signed_with_the_keystore_of_the_configuration()
    {
        await _service.PatchAsync("android", new { buildType = new { value = "Release" } });
        await _service.PatchAsync("android", SigningPatch("from keytool"));
        var request = new { buildKey = _service.BuildKey, environmentKey = _service.Environment, applicationKey = _service.Application, mobilePlatform = "Android" };
        await _service.CallAsync(HttpMethod.Post, "/build-operations", request, HttpStatusCode.Created);
        Assert.Equal("configuration", RequestColumn.Read(await _service.Database.ReadAsync(c => c.QuerySingleAsync<string>("SELECT request FROM builds"))).Credentials.Keystore);
        await _service.PatchAsync("android", new { keystore = new { value = "" } });
        var problem = await _service.CallAsync(HttpMethod.Post, "/build-operations", request, HttpStatusCode.BadRequest);
        Assert.StartsWith("SLW-SIG-", problem.Text("errorCode"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_that_are_replaced_or_removed_leave_the_vault()
    {
        await _service.PatchAsync("android", SigningPatch("from keytool"));
        await _service.PatchAsync("android", SigningPatch("from keytool"));
        Assert.Equal(4, await SecretsAsync());
        await _service.PatchAsync("android", new { keystore = new { value = "" }, keystorePassword = new { value = "" }, alias = new { value = "" }, aliasPassword = new { value = "" } });
        Assert.Equal(0, await SecretsAsync());
    }

    [Fact]
    public async Task A_password_that_does_not_open_the_keystore_is_refused_and_nothing_is_kept()
    {
        await _service.PatchAsync("android", new { appIdentifier = new { value = "org.example.notes" } });
        using var answer = await _service.SendAsync(HttpMethod.Patch, _service.ConfigurationPath("android"), JsonSerializer.Serialize(SigningPatch(Password)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("SLW-SIG-40013", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PATH", text, StringComparison.Ordinal);
        var configuration = await _service.GetAsync(_service.ConfigurationPath("android"));
        Assert.Equal(JsonValueKind.Null, configuration.GetProperty("keystore").ValueKind);
    }

    [Theory]
    [InlineData("""{ "appIdentifier": { "value": "notes" } }""", "SLW-SRV-40002")]
    [InlineData("""{ "appIdentifier": { "value": "org.example.notes\n" } }""", "SLW-SRV-40002")]
    [InlineData("""{ "appIdentifier": { "value": "org.2048.game" } }""", "SLW-SRV-40002")]
    [InlineData("""{ "mabsVersion": { "value": "99.0" } }""", "SLW-SRV-40002")]
    [InlineData("""{ "keystore": { "value": "not base64!" } }""", "SLW-SRV-40002")]
    [InlineData("""{ "buildType": { "value": "AppStore" } }""", "SLW-SRV-40001")]
    [InlineData("""{ "buildType": { "value": 1 } }""", "SLW-SRV-40001")]
    [InlineData("""{ "mobileFramework": { "value": "Flutter" } }""", "SLW-SRV-40001")]
    [InlineData("""{ "certificate": { "value": "AAAA" } }""", "SLW-SRV-40001")]
    [InlineData("""[]""", "SLW-SRV-40001")]
    [InlineData("""{""", "SLW-SRV-40001")]
    public async Task Values_that_cannot_be_are_refused(string json, string code)
    {
        using var answer = await _service.SendAsync(HttpMethod.Patch, _service.ConfigurationPath("android"), json);
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, await ContractService.CodeAsync(answer)));
    }

    [Fact]
    public async Task A_body_of_any_JSON_type_is_taken_and_another_is_refused()
    {
        foreach (var (type, status) in new[] { ("application/merge-patch+json", HttpStatusCode.NoContent), ("text/plain", HttpStatusCode.UnsupportedMediaType) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Patch, ContractService.Prefix + _service.ConfigurationPath("android")) { Content = new StringContent("{}", null, type) };
            using var answer = await _service.Service.Admin.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Another_organisation_sees_and_changes_nothing()
    {
        await _service.PatchAsync("android", new { });
        using var stranger = await _service.StrangerAsync();
        using var seen = await ContractService.SendAsync(stranger, HttpMethod.Get, _service.ConfigurationPath("android"));
        using var changed = await ContractService.SendAsync(stranger, HttpMethod.Patch, _service.ConfigurationPath("android"), "{}");
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [seen.StatusCode, changed.StatusCode]);
    }

    [Fact]
    public async Task A_change_leaves_a_row_in_the_audit_trail_without_values()
    {
        await _service.PatchAsync("android", SigningPatch("from keytool"));
        var details = await _service.Database.ReadAsync(c => c.QuerySingleAsync<string>("SELECT details FROM audit WHERE action = 'configuration.change'"));
        Assert.Contains("keystorePassword", details, StringComparison.Ordinal);
        Assert.DoesNotContain("from keytool", details, StringComparison.Ordinal);
    }

    private static object SigningPatch(string password) => new
    {
        keystore = new { value = Convert.ToBase64String(Keystore.Value) },
        keystoreName = new { value = "upload.keystore" },
        keystorePassword = new { value = password },
        alias = new { value = KeytoolKeystore.Alias },
        aliasPassword = new { value = password },
    };

    private Task<long> SecretsAsync() => _service.Database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT count(*) FROM secrets WHERE kind = 'setting'"));
}
