using System.Net;
using System.Text.RegularExpressions;
using Slipway.Server.Tests.Browser;

namespace Slipway.Server.Tests.Install;

public sealed partial class InstallPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_phone_gets_the_page_and_the_package_without_a_token()
    {
        await using var service = await TestService.StartAsync();
        var build = await PackagedBuild.AddAsync(service, "Android", "Debug", "notes-1.4.0-debug.apk");
        var link = await LinkAsync(service, build, HttpStatusCode.Created);
        using var phone = new HttpClient();
        using var page = await phone.GetAsync(link.Text("url"), Cancellation);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("default-src 'none'; img-src data:; style-src 'sha256-", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var html = await page.Content.ReadAsStringAsync(Cancellation);
        foreach (var text in new[] { "Field &lt;Notes&gt;", "1.4.0 (10400)", "300 KB", build.Sha256, "org.example.notes" })
            Assert.Contains(text, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        using var package = await phone.GetAsync(WebUtility.HtmlDecode(Button().Match(html).Groups[1].Value), Cancellation);
        Assert.Equal("application/vnd.android.package-archive", package.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"\"{build.Sha256}\"", package.Headers.ETag?.Tag);
        Assert.Equal(build.Content, await package.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task The_code_on_the_page_is_the_address_of_the_page_as_Chromium_draws_it()
    {
        await using var service = await TestService.StartAsync();
        var link = await LinkAsync(service, await PackagedBuild.AddAsync(service, "Android", "Debug", "notes.apk"), HttpStatusCode.Created);
        using var chromium = new Chromium();
        var picture = chromium.Draw(new Uri(link.Text("url")), 420, 1000);
        Assert.Equal("QR-Code:" + link.Text("url"), ExternalTool.RunWell("zbarimg", "--nodbus", "--quiet", picture).Trim());
        var other = chromium.Draw(new Uri(service.Address, "/health/live"), 420, 1000);
        Assert.NotEqual(0, ExternalTool.Run("zbarimg", "--nodbus", "--quiet", other).ExitCode);
        Assert.All(chromium.Open(new Uri(link.Text("url"))).Requests, r => Assert.StartsWith("data:", r, StringComparison.Ordinal));
    }

    [Fact]
    public async Task IOS_gets_a_manifest_whose_addresses_work_and_only_by_https()
    {
        await using var plain = await TestService.StartAsync();
        Assert.Equal("SLW-SRV-40020", (await LinkAsync(plain, await PackagedBuild.AddAsync(plain, "iOS", "Adhoc", "notes.ipa"), HttpStatusCode.BadRequest)).Text("errorCode"));
        await using var service = await TestService.StartAsync(options => options with { PublicAddress = new Uri("https://builds.example.com/") });
        var build = await PackagedBuild.AddAsync(service, "iOS", "Adhoc", "notes 1.ipa");
        var url = new Uri((await LinkAsync(service, build, HttpStatusCode.Created)).Text("url"));
        Assert.Equal("builds.example.com", url.Host);
        using var phone = service.Client(null);
        var html = await phone.GetStringAsync(url.AbsolutePath, Cancellation);
        var button = WebUtility.HtmlDecode(Button().Match(html).Groups[1].Value);
        Assert.StartsWith("itms-services://?action=download-manifest&url=https", button, StringComparison.Ordinal);
        var manifest = await phone.GetByteArrayAsync(new Uri(Uri.UnescapeDataString(button.Split("&url=")[1])).PathAndQuery, Cancellation);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "manifest.plist");
        await File.WriteAllBytesAsync(file, manifest, Cancellation);
        var read = ExternalTool.RunWell("plistutil", "-i", file, "-f", "xml");
        var addresses = PlistAddress().Matches(read).Select(m => new Uri(WebUtility.HtmlDecode(m.Value))).ToList();
        Assert.Equal(3, addresses.Count);
        Assert.Equal(build.Content, await phone.GetByteArrayAsync(addresses[0].PathAndQuery, Cancellation));
        foreach (var icon in addresses.Skip(1))
        {
            var picture = Path.Combine(folder.Path, Path.GetFileName(icon.LocalPath));
            await File.WriteAllBytesAsync(picture, await phone.GetByteArrayAsync(icon.PathAndQuery, Cancellation), Cancellation);
            Assert.Contains(picture.EndsWith("-57.png", StringComparison.Ordinal) ? "57 x 57" : "512 x 512", ExternalTool.RunWell("file", picture), StringComparison.Ordinal);
        }

        await File.WriteAllBytesAsync(file, manifest[..^20], Cancellation);
        Assert.NotEqual(read, ExternalTool.Run("plistutil", "-i", file, "-f", "xml").All);
    }

    [Fact]
    public async Task A_build_names_its_page_when_the_service_knows_its_public_address()
    {
        await using var service = await TestService.StartAsync(options => options with { PublicAddress = new Uri("https://builds.example.com/") });
        var build = await PackagedBuild.AddAsync(service, "iOS", "InHouse", "notes.ipa");
        var artifact = Assert.Single((await service.Admin.GetAsync("/api/v1/builds/" + build.Key, HttpStatusCode.OK)).GetProperty("artifacts").EnumerateArray());
        using var phone = service.Client(null);
        Assert.Contains("iPads of the organisation", await phone.GetStringAsync(new Uri(artifact.Text("installUrl")).AbsolutePath, Cancellation), StringComparison.Ordinal);
        var simulator = await PackagedBuild.AddAsync(service, "iOS", "Simulator", "simulator.ipa");
        Assert.Equal("", Assert.Single((await service.Admin.GetAsync("/api/v1/builds/" + simulator.Key, HttpStatusCode.OK)).GetProperty("artifacts").EnumerateArray()).Text("installUrl"));
    }

    [Theory]
    [InlineData("Android", "Bundle", "notes.aab")]
    [InlineData("iOS", "AppStore", "notes.ipa")]
    [InlineData("iOS", "Simulator", "notes.ipa")]
    public async Task What_devices_cannot_install_has_no_page(string platform, string type, string file)
    {
        await using var service = await TestService.StartAsync(options => options with { PublicAddress = new Uri("https://builds.example.com/") });
        Assert.Equal("SLW-SRV-40020", (await LinkAsync(service, await PackagedBuild.AddAsync(service, platform, type, file), HttpStatusCode.BadRequest)).Text("errorCode"));
    }

    [Fact]
    public async Task A_changed_address_another_file_and_another_method_get_nothing()
    {
        await using var service = await TestService.StartAsync();
        var build = await PackagedBuild.AddAsync(service, "Android", "Debug", "notes.apk");
        var url = new Uri((await LinkAsync(service, build, HttpStatusCode.Created)).Text("url"));
        using var phone = service.Client(null);
        var changed = url.AbsolutePath[..^1] + (url.AbsolutePath[^1] == 'A' ? 'B' : 'A');
        Assert.Equal("SLW-SRV-20010", (await phone.GetAsync(changed, HttpStatusCode.Forbidden)).Text("errorCode"));
        Assert.Equal("SLW-SRV-20010", (await phone.GetAsync(changed + "/notes.apk", HttpStatusCode.Forbidden)).Text("errorCode"));
        await phone.GetAsync(url.AbsolutePath + "/other.apk", HttpStatusCode.NotFound);
        await phone.GetAsync(url.AbsolutePath + "/notes.plist", HttpStatusCode.NotFound);
        await phone.DeleteAsync(url.AbsolutePath, HttpStatusCode.MethodNotAllowed);
        using var range = new HttpRequestMessage(HttpMethod.Get, url.AbsolutePath + "/notes.apk") { Headers = { Range = new System.Net.Http.Headers.RangeHeaderValue(100, 199) } };
        using var part = await phone.SendAsync(range, Cancellation);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(build.Content[100..200], await part.Content.ReadAsByteArrayAsync(Cancellation));
        using var head = await phone.SendAsync(new HttpRequestMessage(HttpMethod.Head, url.AbsolutePath + "/notes.apk"), Cancellation);
        Assert.Equal(build.Content.Length, head.Content.Headers.ContentLength);
        Assert.Contains("install-link.create", (await service.Admin.GetAsync("/api/v1/audit", HttpStatusCode.OK)).ToString(), StringComparison.Ordinal);
    }

    private static Task<System.Text.Json.JsonElement> LinkAsync(TestService service, PackagedBuild build, HttpStatusCode expected) =>
        service.Admin.PostAsync($"/api/v1/builds/{build.Key}/install-links", new { hours = 2 }, expected);

    [GeneratedRegex("class=\"install\" href=\"([^\"]+)\"")]
    private static partial Regex Button();

    [GeneratedRegex("https://[^<]+")]
    private static partial Regex PlistAddress();
}
