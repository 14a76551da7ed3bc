using System.Net;
using System.Text.Json;

namespace Slipway.Server.Tests.Contract.Configurations;

public sealed class IosConfigurationTests : IAsyncLifetime
{
    private ContractService _service = null!;

    public async ValueTask InitializeAsync() => _service = await ContractService.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Certificate_and_profile_sign_builds_and_the_profile_is_shown()
    {
        var profile = Convert.ToBase64String(AppleIdentity.Today.Read("development.mobileprovision"));
        await _service.PatchAsync("ios", new
        {
            certificate = new { value = Convert.ToBase64String(AppleIdentity.Today.Read("dev.p12")) },
            certificateName = new { value = "dev.p12" },
            certificatePassword = new { value = AppleIdentity.Password },
            provisioningProfile = new { value = profile },
            provisioningProfileName = new { value = "dev.mobileprovision" },
            appIdentifier = new { value = AppleIdentity.BundleId },
            buildType = new { value = "Development" },
        });
        var configuration = await _service.GetAsync(_service.ConfigurationPath("ios"));
        Assert.Equal("Development", configuration.GetProperty("buildType").Text("value"));
        Assert.Equal(profile, configuration.GetProperty("provisioningProfile").Text("value"));
        Assert.Equal(JsonValueKind.Null, configuration.GetProperty("certificate").GetProperty("value").ValueKind);
        var request = new { buildKey = _service.BuildKey, environmentKey = _service.Environment, applicationKey = _service.Application, mobilePlatform = "iOS" };
        var build = await _service.CallAsync(HttpMethod.Post, "/build-operations", request, HttpStatusCode.Created);
        Assert.Equal(("Development", "iOS"), (build.Text("buildType"), build.Text("mobilePlatform")));
    }

    [Fact]
    public async Task What_is_no_profile_is_refused()
    {
        var patch = new { provisioningProfile = new { value = Convert.ToBase64String("not a profile"u8) } };
        using var answer = await _service.SendAsync(HttpMethod.Patch, _service.ConfigurationPath("ios"), JsonSerializer.Serialize(patch));
        Assert.Equal((HttpStatusCode.BadRequest, "SLW-SIG-40006"), (answer.StatusCode, await ContractService.CodeAsync(answer)));
    }
}
