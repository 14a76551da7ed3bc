using System.Net;
using Slipway.Server.Tests.Access;

namespace Slipway.Server.Tests.Install;

/// <summary>Install links and signed addresses end with who made them, and can be withdrawn.</summary>
public sealed class LinkTests : IAsyncLifetime
{
    private TestService _service = null!;
    private PackagedBuild _build = null!;
    private HttpClient _phone = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync(options => options with { PublicAddress = new Uri("https://builds.example.com/") });
        _build = await PackagedBuild.AddAsync(_service, "Android", "Debug", "notes.apk");
        _phone = _service.Client(null);
    }

    public ValueTask DisposeAsync()
    {
        _phone.Dispose();
        return _service.DisposeAsync();
    }

    [Fact]
    public async Task A_link_is_listed_with_its_address_and_withdrawn_and_others_stay()
    {
        var (first, second) = (await LinkAsync(_service.Admin), await LinkAsync(_service.Admin));
        var listed = (await _service.Admin.GetAsync($"/api/v1/install-links?build={_build.Key}", HttpStatusCode.OK)).GetProperty("results").EnumerateArray().ToList();
        Assert.Equal([second.Url, first.Url], listed.Select(link => link.Text("url")));
        Assert.Equal((_build.Key, "notes.apk"), (listed[0].Text("build"), listed[0].Text("name")));
        await _service.Admin.DeleteAsync($"/api/v1/install-links/{first.Id}", HttpStatusCode.NoContent);
        await OpensAsync(first.Url, HttpStatusCode.NotFound);
        await OpensAsync(first.Url + "/notes.apk", HttpStatusCode.NotFound);
        await OpensAsync(second.Url, HttpStatusCode.OK);
        Assert.Equal(1, (await _service.Admin.GetAsync("/api/v1/install-links", HttpStatusCode.OK)).GetProperty("total").GetInt32());
        await _service.Admin.DeleteAsync($"/api/v1/install-links/{first.Id}", HttpStatusCode.NotFound);
        Assert.Contains("install-link.withdraw", (await _service.Admin.GetAsync("/api/v1/audit", HttpStatusCode.OK)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_addresses_of_a_build_end_at_once_and_new_ones_work()
    {
        var link = await LinkAsync(_service.Admin);
        var before = await AddressesAsync(_service.Admin);
        foreach (var address in new[] { link.Url, before.Page, before.Download })
            await OpensAsync(address, HttpStatusCode.OK);
        await _service.Admin.DeleteAsync($"/api/v1/builds/{_build.Key}/install-links", HttpStatusCode.NoContent);
        await OpensAsync(link.Url, HttpStatusCode.NotFound);
        await OpensAsync(before.Page, HttpStatusCode.NotFound);
        await OpensAsync(before.Download, HttpStatusCode.Forbidden);
        var after = await AddressesAsync(_service.Admin);
        foreach (var address in new[] { (await LinkAsync(_service.Admin)).Url, after.Page, after.Download })
            await OpensAsync(address, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Addresses_end_when_the_token_that_got_them_is_revoked()
    {
        var made = await _service.Admin.PostAsync("/api/v1/tokens", new { name = "CI", scopes = new[] { "builds.read" } });
        using var program = _service.Client(made.Text("token"));
        await EndTogetherAsync(program, () => _service.Admin.DeleteAsync($"/api/v1/tokens/{made.Text("id")}", HttpStatusCode.NoContent));
    }

    [Fact]
    public async Task Addresses_end_when_the_person_who_got_them_is_disabled()
    {
        var id = await _service.Admin.AccountAsync("ada@example.com", "Viewer");
        using var ada = await _service.LogInAsync("ada@example.com");
        await EndTogetherAsync(ada, () => _service.Admin.ChangeAsync(id, new { disabled = true }));
    }

    [Fact]
    public async Task Addresses_end_when_the_password_of_the_person_is_changed()
    {
        var id = await _service.Admin.AccountAsync("ada@example.com", "Viewer");
        using var ada = await _service.LogInAsync("ada@example.com");
        await EndTogetherAsync(ada, () => _service.Admin.ChangeAsync(id, new { password = "another horse battery" }));
    }

    [Fact]
    public async Task Addresses_stay_when_the_person_logs_out()
    {
        await _service.Admin.AccountAsync("ada@example.com", "Viewer");
        using var ada = await _service.LogInAsync("ada@example.com");
        var (link, addresses) = (await LinkAsync(ada), await AddressesAsync(ada));
        await ada.DeleteAsync("/api/v1/sessions/current", HttpStatusCode.NoContent);
        foreach (var address in new[] { link.Url, addresses.Page, addresses.Download })
            await OpensAsync(address, HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_signed_address_does_not_open_with_another_token_in_it()
    {
        var made = await _service.Admin.PostAsync("/api/v1/tokens", new { name = "CI", scopes = new[] { "builds.read" } });
        using var program = _service.Client(made.Text("token"));
        var download = (await AddressesAsync(program)).Download;
        var other = (await _service.Admin.PostAsync("/api/v1/tokens", new { name = "Other", scopes = new[] { "builds.read" } })).Text("id");
        await OpensAsync(download, HttpStatusCode.OK);
        await OpensAsync(download.Replace(made.Text("id"), other, StringComparison.Ordinal), HttpStatusCode.Forbidden);
        await OpensAsync(download.Replace("&t=" + made.Text("id"), "", StringComparison.Ordinal), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Whoever_only_looks_withdraws_their_own_links_and_no_others()
    {
        using var viewer = await _service.TokenAsync(_service.Admin, "builds.read");
        var (own, foreign) = (await LinkAsync(viewer), await LinkAsync(_service.Admin));
        await viewer.DeleteAsync($"/api/v1/install-links/{foreign.Id}", HttpStatusCode.Forbidden);
        await viewer.DeleteAsync($"/api/v1/builds/{_build.Key}/install-links", HttpStatusCode.Forbidden);
        await viewer.DeleteAsync($"/api/v1/install-links/{own.Id}", HttpStatusCode.NoContent);
        await OpensAsync(own.Url, HttpStatusCode.NotFound);
        await OpensAsync(foreign.Url, HttpStatusCode.OK);
    }

    private async Task EndTogetherAsync(HttpClient caller, Func<Task> end)
    {
        var (link, addresses) = (await LinkAsync(caller), await AddressesAsync(caller));
        var others = await AddressesAsync(_service.Admin);
        foreach (var address in new[] { link.Url, addresses.Page, addresses.Download })
            await OpensAsync(address, HttpStatusCode.OK);
        await end();
        await OpensAsync(link.Url, HttpStatusCode.NotFound);
        await OpensAsync(addresses.Page, HttpStatusCode.NotFound);
        await OpensAsync(addresses.Download, HttpStatusCode.Forbidden);
        Assert.Equal(0, (await _service.Admin.GetAsync("/api/v1/install-links", HttpStatusCode.OK)).GetProperty("total").GetInt32());
        await OpensAsync(others.Page, HttpStatusCode.OK);
        await OpensAsync(others.Download, HttpStatusCode.OK);
    }

    private async Task<(string Id, string Url)> LinkAsync(HttpClient caller)
    {
        var link = await caller.PostAsync($"/api/v1/builds/{_build.Key}/install-links", new { hours = 2 });
        return (link.Text("id"), link.Text("url"));
    }

    private async Task<(string Download, string Page)> AddressesAsync(HttpClient caller)
    {
        var artifact = Assert.Single((await caller.GetAsync("/api/v1/builds/" + _build.Key, HttpStatusCode.OK)).GetProperty("artifacts").EnumerateArray());
        return (artifact.Text("url"), artifact.Text("installUrl"));
    }

    private async Task OpensAsync(string address, HttpStatusCode expected)
    {
        using var answer = await _phone.GetAsync(new Uri(address).PathAndQuery, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
    }
}
