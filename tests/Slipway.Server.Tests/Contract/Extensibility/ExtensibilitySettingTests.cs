using System.Net;
using System.Text.Json;
using Dapper;

namespace Slipway.Server.Tests.Contract.Extensibility;

public sealed class ExtensibilitySettingTests : IAsyncLifetime
{
    private ContractService _service = null!;

    public async ValueTask InitializeAsync() => _service = await ContractService.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Without_settings_there_are_empty_lists() =>
        Assert.Equal("""{"settings":[],"libraries":[]}""", (await _service.GetAsync(_service.ConfigurationPath("extensibility-settings"))).GetRawText());

    [Fact]
    public async Task Settings_of_the_app_and_of_libraries_are_told_apart()
    {
        await _service.PatchAsync("extensibility-settings", new
        {
            settings = new[] { new { key = "MapsKey", value = "abc" } },
            libraries = new[] { new { key = "Camera", settings = new[] { new { key = "Quality", value = "9", metadata = new[] { new { key = "dataType", value = "Integer" }, new { key = "description", value = "From 1 to 10" } } } } } },
        });
        var settings = await _service.GetAsync(_service.ConfigurationPath("extensibility-settings"));
        var own = Assert.Single(settings.GetProperty("settings").EnumerateArray());
        Assert.Equal(("MapsKey", "abc", "Override", "Text"), (own.Text("key"), own.Text("value"), own.Text("valueOrigin"), own.Text("dataType")));
        var library = Assert.Single(settings.GetProperty("libraries").EnumerateArray());
        var quality = Assert.Single(library.GetProperty("settings").EnumerateArray());
        Assert.Equal(("Camera", "Quality", "9", "Integer", "From 1 to 10"), (library.Text("key"), quality.Text("key"), quality.Text("value"), quality.Text("dataType"), quality.Text("description")));
    }

    [Fact]
    public async Task A_setting_without_a_value_has_its_default_and_keeps_what_it_is()
    {
        await ChangeAsync("Colour", "red", ("defaultValue", "blue"), ("isMandatory", "true"));
        await _service.PatchAsync("extensibility-settings", new { settings = new[] { new { key = "Colour", value = (string?)null } } });
        var setting = await OnlyAsync();
        Assert.Equal(("Default", "blue", "", "True"), (setting.Text("valueOrigin"), setting.Text("defaultValue"), setting.Text("value"), setting.Text("isMandatory")));
    }

    [Fact]
    public async Task A_secret_is_kept_in_the_vault_and_never_shown()
    {
        await ChangeAsync("ApiKey", "hunter2", ("isSecret", "true"));
        var setting = await OnlyAsync();
        Assert.Equal(("True", "", "Override"), (setting.Text("isSecret"), setting.Text("value"), setting.Text("valueOrigin")));
        Assert.Null(await _service.Database.ReadAsync(c => c.ExecuteScalarAsync<string?>("SELECT value FROM extensibility_settings")));
        Assert.Equal(1, await SecretsAsync());
        await ChangeAsync("ApiKey", "hunter3", ("isSecret", "true"));
        Assert.Equal(1, await SecretsAsync());
        await _service.PatchAsync("extensibility-settings", new { settings = new[] { new { key = "ApiKey", value = (string?)null } } });
        Assert.Equal(0, await SecretsAsync());
    }

    [Theory]
    [InlineData("Integer", "seven")]
    [InlineData("LongInteger", "1.5")]
    [InlineData("Decimal", "1,5")]
    [InlineData("Boolean", "yes")]
    [InlineData("Date", "02.01.2026")]
    [InlineData("DateTime", "tomorrow")]
    [InlineData("Time", "25:00")]
    [InlineData("BinaryUrl", "***")]
    public async Task A_value_must_be_of_its_type(string type, string value)
    {
        var body = new { settings = new[] { new { key = "Some", value, metadata = new[] { new { key = "dataType", value = type } } } } };
        await _service.CallAsync(HttpMethod.Patch, _service.ConfigurationPath("extensibility-settings"), body, HttpStatusCode.BadRequest);
        Assert.Empty((await _service.GetAsync(_service.ConfigurationPath("extensibility-settings"))).GetProperty("settings").EnumerateArray());
    }

    [Theory]
    [InlineData("""{ "settings": [{ "value": "x" }] }""")]
    [InlineData("""{ "settings": [{ "key": null }] }""")]
    [InlineData("""{ "settings": [{ "key": "" }] }""")]
    [InlineData("""{ "settings": [{ "key": "a" }, { "key": "a" }] }""")]
    [InlineData("""{ "settings": [{ "key": "a", "colour": "red" }] }""")]
    [InlineData("""{ "settings": [{ "key": "a", "metadata": [{ "key": "b" }] }] }""")]
    [InlineData("""{ "settings": [null] }""")]
    [InlineData("""{ "libraries": [{ "key": "", "settings": [{ "key": "a" }] }] }""")]
    public async Task What_is_not_understood_is_refused(string json)
    {
        using var answer = await _service.SendAsync(HttpMethod.Patch, _service.ConfigurationPath("extensibility-settings"), json);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private Task ChangeAsync(string key, string value, params (string Key, string Value)[] metadata) => _service.PatchAsync(
        "extensibility-settings", new { settings = new[] { new { key, value, metadata = metadata.Select(m => new { key = m.Key, value = m.Value }) } } });

    private async Task<JsonElement> OnlyAsync() =>
        Assert.Single((await _service.GetAsync(_service.ConfigurationPath("extensibility-settings"))).GetProperty("settings").EnumerateArray());

    private Task<long> SecretsAsync() => _service.Database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT count(*) FROM secrets WHERE kind = 'setting'"));
}
