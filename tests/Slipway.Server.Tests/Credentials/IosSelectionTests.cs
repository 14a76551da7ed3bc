using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;

namespace Slipway.Server.Tests.Credentials;

public sealed class IosSelectionTests
{
    [Fact]
    public async Task Without_credentials_there_is_the_simulator_and_nothing_else()
    {
        await using var bench = await SigningBench.StartAsync();
        Assert.Equal(MobileBuildType.Simulator, (await bench.ResolveAsync(MobilePlatform.Ios, null)).Type);
        Assert.Equal(new LaunchCredentials(), (await bench.ResolveAsync(MobilePlatform.Ios, MobileBuildType.Simulator)).References);
        foreach (var type in new[] { MobileBuildType.Development, MobileBuildType.Adhoc, MobileBuildType.InHouse })
            Assert.Equal("SLW-SIG-40107", await bench.RefuseAsync(MobilePlatform.Ios, type));
        Assert.Equal("SLW-SIG-40110", await bench.RefuseAsync(MobilePlatform.Ios, MobileBuildType.AppStore));
        await bench.Service.AddAsync(CredentialCalls.Profile("profile", "development"));
        Assert.Equal("SLW-SIG-40107", await bench.RefuseAsync(MobilePlatform.Ios, MobileBuildType.Development));
    }

    [Fact]
    public async Task Each_type_gets_the_profile_that_is_made_for_it_and_the_certificate_that_the_profile_lists()
    {
        await using var bench = await SigningBench.StartAsync();
        var (dev, dist) = (await bench.Service.AddAsync(CredentialCalls.Certificate("dev", "dev")), await bench.Service.AddAsync(CredentialCalls.Certificate("dist", "dist")));
        foreach (var (file, type, certificate) in new[]
        {
            ("development", MobileBuildType.Development, dev), ("adhoc", MobileBuildType.Adhoc, dist), ("inhouse", MobileBuildType.InHouse, dist),
        })
        {
            var profile = await bench.Service.AddAsync(CredentialCalls.Profile(file, file));
            var selected = await bench.ResolveAsync(MobilePlatform.Ios, type, AppleIdentity.BundleId);
            Assert.Equal((type, certificate.Id.ToString(), profile.Id.ToString()), (selected.Type, selected.References.Certificate, selected.References.Profile));
        }

        Assert.Equal(MobileBuildType.Simulator, (await bench.ResolveAsync(MobilePlatform.Ios, null)).Type);
    }

    [Fact]
    public async Task A_profile_that_fits_the_app_is_taken_before_one_that_does_not()
    {
        await using var bench = await SigningBench.StartAsync();
        await bench.Service.AddAsync(CredentialCalls.Certificate("dev", "dev"));
        await bench.Service.AddAsync(CredentialCalls.Profile("exact", "development"));
        var wildcard = await bench.Service.AddAsync(CredentialCalls.Profile("wildcard", "wildcard"));
        Assert.Equal(wildcard.Id.ToString(), (await bench.ResolveAsync(MobilePlatform.Ios, MobileBuildType.Development, "org.example.other")).References.Profile);
    }

    [Theory]
    [InlineData("dev", "development", "org.example.other", null, "SLW-SIG-40009")]
    [InlineData("dist", "adhoc", null, MobileBuildType.InHouse, "SLW-SIG-40002")]
    [InlineData("dist", "adhoc", null, MobileBuildType.Development, "SLW-SIG-40011,SLW-SIG-40011")]
    [InlineData("dev", "adhoc", null, null, "SLW-SIG-40002,SLW-SIG-40010")]
    [InlineData("dev", "other-team", null, null, "SLW-SIG-40010,SLW-SIG-40108")]
    [InlineData("dist", "appstore", null, null, "SLW-SIG-40110")]
    public async Task What_is_named_is_judged_against_the_build(string certificate, string profile, string? id, MobileBuildType? type, string codes)
    {
        await using var bench = await SigningBench.StartAsync();
        await bench.Service.AddAsync(CredentialCalls.Certificate("certificate", certificate));
        await bench.Service.AddAsync(CredentialCalls.Profile("profile", profile));
        Assert.Equal(codes, await bench.RefuseAsync(MobilePlatform.Ios, type, id, new LaunchCredentials(Certificate: "certificate", Profile: "profile")));
    }

    [Fact]
    public async Task What_is_named_decides_what_the_build_is_for()
    {
        await using var bench = await SigningBench.StartAsync();
        await bench.Service.AddAsync(CredentialCalls.Certificate("certificate", "dist"));
        await bench.Service.AddAsync(CredentialCalls.Profile("profile", "adhoc"));
        Assert.Equal(MobileBuildType.Adhoc, (await bench.ResolveAsync(MobilePlatform.Ios, null, named: new LaunchCredentials(Profile: "profile"))).Type);
    }

    [Fact]
    public async Task What_has_ended_is_told_before_a_build_is_queued()
    {
        await using var bench = await SigningBench.StartAsync();
        var certificate = await bench.Service.AddAsync(CredentialCalls.Certificate("certificate", "dev"));
        var profile = await bench.Service.AddAsync(CredentialCalls.Profile("profile", "development"));
        await bench.ExpireAsync(profile);
        Assert.Equal("SLW-SIG-40015", await bench.RefuseAsync(MobilePlatform.Ios, MobileBuildType.Development));
        await bench.ExpireAsync(certificate);
        Assert.Equal("SLW-SIG-40018", await bench.RefuseAsync(MobilePlatform.Ios, MobileBuildType.Development, named: new LaunchCredentials(Certificate: "certificate")));
    }

    [Fact]
    public async Task A_configuration_may_have_certificate_and_profile()
    {
        await using var bench = await SigningBench.StartAsync();
        await bench.ConfigureAsync(
            MobilePlatform.Ios, ("certificate", AppleIdentity.Today.Read("dist.p12")), ("certificatePassword", "slipway"u8.ToArray()), ("provisioningProfile", AppleIdentity.Today.Read("adhoc.mobileprovision")));
        var selected = await bench.ResolveAsync(MobilePlatform.Ios, null, AppleIdentity.BundleId);
        Assert.Equal((MobileBuildType.Adhoc, new LaunchCredentials(null, "configuration", "configuration")), (selected.Type, selected.References));
        Assert.Equal("SLW-SIG-40009", await bench.RefuseAsync(MobilePlatform.Ios, MobileBuildType.Adhoc, "org.example.other"));
    }
}
