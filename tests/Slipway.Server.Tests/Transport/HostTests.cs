using System.Net;
using System.Net.Sockets;
using System.Text;
using Slipway.Listening;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Tests.Transport;

public sealed class HostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_that_was_told_no_name_answers_to_what_no_stranger_can_own()
    {
        await using var service = await TestService.StartAsync();
        foreach (var host in new[] { "127.0.0.1:8484", "localhost", "buildbox", "buildbox.local", "slipway.builds.svc.cluster.local:8484", "[::1]:8484", "10.1.2.3" })
            Assert.Equal((host, 200), (host, (await AskAsync(service, "/health/live", host)).Status));
        foreach (var host in new[] { "evil.example.com", "127.0.0.1.evil.example.com", "localhost.evil.example.com" })
        {
            var (status, body) = await AskAsync(service, "/health/live", host);
            Assert.Equal((host, 421), (host, status));
            Assert.Contains("SLW-SRV-42101", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Names_that_were_told_are_answered()
    {
        await using var service = await TestService.StartAsync(options => options with { PublicAddress = new Uri("https://builds.example.com"), Hosts = ["other.example.com", "*.tenants.example.com"] });
        foreach (var host in new[] { "builds.example.com", "BUILDS.example.com.", "other.example.com:8443", "a.tenants.example.com", "127.0.0.1" })
            Assert.Equal(200, (await AskAsync(service, "/health/live", host)).Status);
        foreach (var host in new[] { "tenants.example.com", "builds.example.org", "evil-tenants.example.com" })
            Assert.Equal(421, (await AskAsync(service, "/health/live", host)).Status);
    }

    [Fact]
    public async Task A_trusted_proxy_sends_what_it_likes_once_links_do_not_depend_on_it()
    {
        await using var service = await TestService.StartAsync(options => options with { PublicAddress = new Uri("https://builds.example.com"), TrustedProxies = ["127.0.0.1"] });
        Assert.Equal(200, (await AskAsync(service, "/health/live", "origin.cdn.example.net")).Status);
        await using var unnamed = await TestService.StartAsync(options => options with { TrustedProxies = ["127.0.0.1"] });
        Assert.Equal(421, (await AskAsync(unnamed, "/health/live", "origin.cdn.example.net")).Status);
    }

    [Fact]
    public async Task Old_probes_that_send_no_host_are_answered()
    {
        await using var service = await TestService.StartAsync();
        Assert.Equal(200, (await RawAsync(service, "GET /health/live HTTP/1.0\r\n\r\n")).Status);
        Assert.Equal(200, (await RawAsync(service, $"GET {ServiceHosts.Path} HTTP/1.0\r\n\r\n")).Status);
        Assert.Equal(400, (await RawAsync(service, $"GET {ServiceHosts.Path} HTTP/1.1\r\nHost: a:99999\r\nConnection: close\r\n\r\n")).Status);
    }

    [Fact]
    public async Task The_service_signs_no_address_that_only_the_request_names()
    {
        await using var service = await TestService.StartAsync();
        foreach (var host in new[] { "198.51.100.7:443", "buildbox", "127.0.0.1:1", "builder.internal", $"127.0.0.2:{service.Address.Port}" })
        {
            var (status, body) = await AskAsync(service, ServiceHosts.Path, host);
            Assert.Equal((host, 421), (host, status));
            Assert.Contains("SLW-SRV-42101", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_service_signs_the_addresses_that_it_listens_on_and_the_names_that_it_was_told()
    {
        await using var service = await TestService.StartAsync(options => options with { Hosts = ["buildbox", "builds.example.com:8443"] });
        foreach (var host in new[] { service.Address.Authority, $"localhost:{service.Address.Port}", $"buildbox:{service.Address.Port}", "builds.example.com:8443" })
        {
            var asked = new Uri($"http://{host}");
            var (status, body) = await AskAsync(service, ServiceHosts.Path, host);
            Assert.Equal(200, status);
            Assert.Equal(asked.Authority, new Uri(ServiceHostsReader.Read(body, null, DateTimeOffset.UtcNow, asked).Hosts.Service).Authority);
        }

        Assert.Equal(421, (await AskAsync(service, ServiceHosts.Path, "builds.example.com:444")).Status);
        await using var known = await TestService.StartAsync(options => options with { PublicAddress = new Uri("https://builds.example.com") });
        Assert.Equal("https://builds.example.com", ServiceHostsReader.Read((await AskAsync(known, ServiceHosts.Path, "198.51.100.7")).Body, null, DateTimeOffset.UtcNow, new Uri("https://builds.example.com/")).Hosts.Service);
    }

    [Fact]
    public async Task An_address_with_a_path_is_refused_where_it_is_configured()
    {
        var problem = (await Assert.ThrowsAsync<ProblemException>(() => TestService.StartAsync(options => options with { PublicAddress = new Uri("https://host.example.com/slipway") }))).Problems[0];
        Assert.Equal(("SLW-HST-40004", "--public-url"), (problem.Code, problem.Where));
        Assert.Contains("without a path", problem.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("name:0")]
    [InlineData("https://name")]
    public async Task A_name_that_is_none_is_refused(string name) =>
        Assert.Equal("--host", (await Assert.ThrowsAsync<ProblemException>(() => TestService.StartAsync(options => options with { Hosts = [name] }))).Problems[0].Where);

    [Fact]
    public void Names_below_a_domain_are_told_by_a_star()
    {
        var names = new HostNames(["*.example.com", "one.example.org"]);
        Assert.True(names.Has("a.example.com"));
        Assert.True(names.IsTold("ONE.example.org."));
        Assert.False(names.Has("example.com"));
        Assert.False(names.Has("evilexample.com"));
        Assert.False(names.IsTold("localhost"));
    }

    private static Task<(int Status, string Body)> AskAsync(TestService service, string path, string host) =>
        RawAsync(service, $"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

    // A client of the runtime would correct what it is given.
    private static async Task<(int Status, string Body)> RawAsync(TestService service, string request)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, service.Address.Port, Cancellation);
        await socket.SendAsync(Encoding.ASCII.GetBytes(request), Cancellation);
        using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync(Cancellation);
        return (int.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), Body(text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]));
    }

    // One chunk is all that such an answer has.
    private static string Body(string text) => text.Contains("\r\n", StringComparison.Ordinal) ? text.Split("\r\n")[1] : text;
}
