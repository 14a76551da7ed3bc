using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Slipway.Gateway.Configuration;
using Slipway.Gateway.Hosting;
using Slipway.Gateway.Tunnels;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Tests.Hosting;

public sealed class ServiceHostListTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private WebApplication _builder = null!;
    private Func<string> _answer = () => "";
    private string? _service;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        _builder = builder.Build();
        _builder.Urls.Add("http://127.0.0.1:0");
        _builder.Run(context => context.Response.WriteAsync(_answer(), context.RequestAborted));
        await _builder.StartAsync(Cancellation);
        _answer = () => Signed(_key, "builder.example.com", "cdn.example.com");
    }

    [Fact]
    public async Task What_the_builder_signed_is_taken_and_kept()
    {
        using (var list = List())
        {
            Assert.True(await list.LoadAsync(Cancellation));
            Assert.False(await list.LoadAsync(Cancellation));
            Assert.Equal(["builder.example.com:443", "cdn.example.com:443"], list.Hosts.Select(h => $"{h.Name}:{h.Port}"));
        }

        using var next = List();
        next.TakeKept();
        Assert.Equal(2, next.Hosts.Count);
        Assert.Null(next.LoadedAt);
    }

    [Fact]
    public async Task Another_key_is_refused_and_what_was_in_force_stays()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var list = List();
        await list.LoadAsync(Cancellation);
        _answer = () => Signed(other, "evil.example.com");
        Assert.Equal(GatewayProblems.HostListKeyChanged, await RefusalAsync(list));
        Assert.Equal(2, list.Hosts.Count);
        using var next = List();
        next.TakeKept();
        Assert.Equal(GatewayProblems.HostListKeyChanged, await RefusalAsync(next));
        using var pinned = List(Thumbprint(_key));
        Assert.NotNull(await RefusalAsync(pinned));
        Assert.Empty(pinned.Hosts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a statement")]
    [InlineData("expired")]
    public async Task What_is_no_statement_changes_nothing(string answer)
    {
        using var list = List();
        await list.LoadAsync(Cancellation);
        _answer = () => answer == "expired" ? Signed(_key, DateTimeOffset.UtcNow.AddDays(-2), "old.example.com") : answer;
        await RefusalAsync(list);
        Assert.Equal(2, list.Hosts.Count);
    }

    [Fact]
    public async Task A_list_that_the_builder_signed_for_another_address_is_refused_although_the_key_is_right()
    {
        using var list = List(Thumbprint(_key));
        await list.LoadAsync(Cancellation);
        _service = "https://evil.example.com";
        _answer = () => Signed(_key, "evil.example.com");
        Assert.Equal(EnvironmentProblems.OtherService, await RefusalAsync(list));
        Assert.Equal(2, list.Hosts.Count);
    }

    [Fact]
    public async Task A_list_that_is_older_than_the_one_in_force_is_refused_also_after_a_restart()
    {
        var old = Signed(_key, DateTimeOffset.UtcNow.AddHours(-1), "gone.example.com");
        using (var list = List())
        {
            await list.LoadAsync(Cancellation);
            _answer = () => old;
            Assert.Equal(EnvironmentProblems.StatementInvalid, await RefusalAsync(list));
            Assert.Equal(2, list.Hosts.Count);
        }

        using var next = List();
        next.TakeKept();
        Assert.Equal(EnvironmentProblems.StatementInvalid, await RefusalAsync(next));
        _answer = () => Signed(_key, DateTimeOffset.UtcNow.AddMinutes(-4), "new.example.com");
        Assert.True(await next.LoadAsync(Cancellation));
    }

    [Fact]
    public async Task A_builder_that_does_not_answer_is_told()
    {
        var list = List();
        await _builder.StopAsync(Cancellation);
        Assert.Equal(GatewayProblems.HostListNotLoaded, await RefusalAsync(list));
        list.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _builder.DisposeAsync();
        _key.Dispose();
        _folder.Dispose();
    }

    private string Thumbprint(ECDsa key) => CompactJws.Verify(Signed(key, "x.example.com"), ServiceHosts.Type, null, "").Key;

    private string Signed(ECDsa key, params string[] hosts) => Signed(key, DateTimeOffset.UtcNow, hosts);

    private string Signed(ECDsa key, DateTimeOffset at, params string[] hosts) => CompactJws.Sign(key, ServiceHosts.Type, JsonSerializer.SerializeToUtf8Bytes(
        new ServiceHosts(1, _service ?? _builder.Urls.First(), [.. hosts.Select(h => new ServiceHost(h, 443, "api"))], [], at, at.AddDays(1)), JsonSerializerOptions.Web));

    private static async Task<ProblemKind> RefusalAsync(ServiceHostList list) => (await Assert.ThrowsAsync<ProblemException>(() => list.LoadAsync(Cancellation))).Problems[0].Kind;

    private ServiceHostList List(string? key = null) => new(new HostListSource(new Uri(_builder.Urls.First()), key), _folder.Path, DirectRoute.Instance, TimeProvider.System);
}
