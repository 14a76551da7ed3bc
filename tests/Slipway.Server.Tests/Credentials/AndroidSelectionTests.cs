using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;

namespace Slipway.Server.Tests.Credentials;

public sealed class AndroidSelectionTests
{
    private static readonly Lazy<byte[]> Keystore = new(() => KeytoolKeystore.Make("password"));

    [Fact]
    public async Task A_debug_build_is_signed_with_the_organisations_own_key_and_with_no_release_key_that_is_not_named()
    {
        await using var bench = await SigningBench.StartAsync();
        var release = await bench.Service.AddAsync(CredentialCalls.Keystore("release", Keystore.Value, "password"));
        var selected = await bench.ResolveAsync(MobilePlatform.Android, null);
        var debug = Assert.Single(await bench.Service.Admin.GetFromJsonListAsync("/api/v1/credentials"), c => c.Name == "Debug key");
        Assert.Equal((MobileBuildType.Debug, debug.Id.ToString()), (selected.Type, selected.References.Keystore));
        Assert.Equal(selected, await bench.ResolveAsync(MobilePlatform.Android, MobileBuildType.Debug));
        var named = await bench.ResolveAsync(MobilePlatform.Android, MobileBuildType.Debug, named: new LaunchCredentials(Keystore: "release"));
        Assert.Equal(release.Id.ToString(), named.References.Keystore);
    }

    [Fact]
    public async Task Builds_that_need_the_debug_key_at_once_get_one()
    {
        await using var bench = await SigningBench.StartAsync();
        var selected = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => bench.ResolveAsync(MobilePlatform.Android, null))));
        Assert.Single(selected.Select(s => s.References.Keystore).Distinct());
        Assert.Single(await bench.Service.Admin.GetFromJsonListAsync("/api/v1/credentials"));
    }

    [Fact]
    public async Task A_release_build_needs_a_keystore_of_its_own()
    {
        await using var bench = await SigningBench.StartAsync();
        Assert.Equal("SLW-SIG-40101", await bench.RefuseAsync(MobilePlatform.Android, MobileBuildType.Release));
        await bench.ResolveAsync(MobilePlatform.Android, MobileBuildType.Debug);
        Assert.Equal("SLW-SIG-40101", await bench.RefuseAsync(MobilePlatform.Android, MobileBuildType.Release));
        Assert.Equal("SLW-SIG-40101", await bench.RefuseAsync(MobilePlatform.Android, MobileBuildType.Release, named: new LaunchCredentials(Keystore: "Debug key")));
    }

    [Fact]
    public async Task The_keystore_that_is_nearest_to_the_application_is_taken()
    {
        await using var bench = await SigningBench.StartAsync();
        var all = CredentialCalls.Keystore("for all", Keystore.Value, "password");
        foreach (var credential in new[] { all, all with { Name = "for the environment", Environment = "Development" }, all with { Name = "for the application", Application = "Notes" } })
        {
            var added = await bench.Service.AddAsync(credential);
            Assert.Equal(added.Id.ToString(), (await bench.ResolveAsync(MobilePlatform.Android, MobileBuildType.Release)).References.Keystore);
        }

        await bench.Service.AddAsync(all with { Name = "another for the application", Application = bench.Application });
        Assert.Equal("SLW-CRD-40001", await bench.RefuseAsync(MobilePlatform.Android, MobileBuildType.Release));
        await bench.ResolveAsync(MobilePlatform.Android, MobileBuildType.Release, named: new LaunchCredentials(Keystore: "for all"));
    }

    [Fact]
    public async Task A_keystore_that_has_ended_signs_where_there_is_no_other()
    {
        await using var bench = await SigningBench.StartAsync();
        var keystore = await bench.Service.AddAsync(CredentialCalls.Keystore("release", Keystore.Value, "password"));
        await bench.ExpireAsync(keystore);
        Assert.Equal(keystore.Id.ToString(), (await bench.ResolveAsync(MobilePlatform.Android, MobileBuildType.Release)).References.Keystore);
        var newer = await bench.Service.AddAsync(CredentialCalls.Keystore("newer", Keystore.Value, "password"));
        Assert.Equal(newer.Id.ToString(), (await bench.ResolveAsync(MobilePlatform.Android, MobileBuildType.Release)).References.Keystore);
    }

    [Fact]
    public async Task What_is_named_has_to_be_there_and_to_be_a_keystore()
    {
        await using var bench = await SigningBench.StartAsync();
        await bench.Service.AddAsync(CredentialCalls.Certificate("certificate", "dev"));
        Assert.Equal("SLW-CRD-40002", await bench.RefuseAsync(MobilePlatform.Android, null, named: new LaunchCredentials(Keystore: "nothing")));
        Assert.Equal("SLW-CRD-40003", await bench.RefuseAsync(MobilePlatform.Android, null, named: new LaunchCredentials(Keystore: "certificate")));
        Assert.Equal("SLW-CRD-40002", await bench.RefuseAsync(MobilePlatform.Android, null, named: new LaunchCredentials(Keystore: "configuration")));
    }

    [Fact]
    public async Task App_bundles_are_refused_in_so_many_words()
    {
        await using var bench = await SigningBench.StartAsync();
        Assert.Equal("SLW-SIG-40120", await bench.RefuseAsync(MobilePlatform.Android, MobileBuildType.Bundle));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_configurations_keystore_wins_over_what_is_kept(bool asBase64)
    {
        await using var bench = await SigningBench.StartAsync();
        await bench.Service.AddAsync(CredentialCalls.Keystore("release", Keystore.Value, "password"));
        var content = asBase64 ? System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(Keystore.Value)) : Keystore.Value;
        await bench.ConfigureAsync(MobilePlatform.Android, ("keystore", content), ("keystorePassword", "password"u8.ToArray()), ("alias", "upload"u8.ToArray()));
        Assert.Equal("configuration", (await bench.ResolveAsync(MobilePlatform.Android, MobileBuildType.Release)).References.Keystore);
    }

    [Fact]
    public async Task A_launch_without_a_type_means_that_of_the_configuration()
    {
        await using var bench = await SigningBench.StartAsync();
        var keystore = await bench.Service.AddAsync(CredentialCalls.Keystore("release", Keystore.Value, "password"));
        await bench.ConfigureAsync(MobilePlatform.Android, MobileBuildType.Release);
        var selected = await bench.ResolveAsync(MobilePlatform.Android, null);
        Assert.Equal((MobileBuildType.Release, keystore.Id.ToString()), (selected.Type, selected.References.Keystore));
        Assert.Equal(MobileBuildType.Debug, (await bench.ResolveAsync(MobilePlatform.Android, MobileBuildType.Debug)).Type);
    }

    [Theory]
    [InlineData("wrong", "upload", "SLW-SIG-40013")]
    [InlineData("password", "other", "SLW-SIG-40019")]
    public async Task A_configuration_that_cannot_sign_is_told_before_a_build_is_queued(string password, string alias, string codes)
    {
        await using var bench = await SigningBench.StartAsync();
        await bench.ConfigureAsync(
            MobilePlatform.Android, ("keystore", Keystore.Value), ("keystorePassword", System.Text.Encoding.UTF8.GetBytes(password)), ("alias", System.Text.Encoding.UTF8.GetBytes(alias)));
        Assert.Equal(codes, await bench.RefuseAsync(MobilePlatform.Android, MobileBuildType.Release));
    }
}
