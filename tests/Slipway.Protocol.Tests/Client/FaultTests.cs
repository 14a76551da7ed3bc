using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Tests.Client;

/// <summary>Everything that can go wrong on the way is told as a problem with evidence.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_closed_port_is_told()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var problem = await AskAsync(new Uri($"http://127.0.0.1:{port}"));
        Assert.Equal(NetworkProblems.Refused, problem.Kind);
        Assert.Equal($"127.0.0.1:{port}", problem.Where);
    }

    [Fact]
    public async Task A_name_that_nobody_knows_is_told() =>
        Assert.Equal(NetworkProblems.NameNotResolved, (await AskAsync(new Uri("http://nothing.invalid"))).Kind);

    [Fact]
    public async Task Silence_is_told()
    {
        await using var stub = await StubService.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        Assert.Equal(NetworkProblems.TimedOut, (await AskAsync(stub.Connection.Service, TimeSpan.FromMilliseconds(50))).Kind);
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_told()
    {
        await using var stub = await StubService.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        Assert.Equal(NetworkProblems.Broken, (await AskAsync(stub.Connection.Service)).Kind);
    }

    [Fact]
    public async Task A_certificate_of_nobody_known_is_told_with_its_issuer()
    {
        using var certificate = SelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var stub = await StubService.StartAsync(_ => Task.CompletedTask, certificate);
        var problem = await AskAsync(stub.Connection.Service);
        Assert.Equal(NetworkProblems.CertificateUntrusted, problem.Kind);
        Assert.Contains("CN=localhost", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_out_of_date_is_told_with_its_dates()
    {
        using var certificate = SelfSigned(new DateTimeOffset(2001, 2, 3, 4, 5, 0, TimeSpan.Zero), new DateTimeOffset(2002, 3, 4, 5, 6, 0, TimeSpan.Zero));
        await using var stub = await StubService.StartAsync(_ => Task.CompletedTask, certificate);
        var problem = await AskAsync(stub.Connection.Service);
        Assert.Equal(NetworkProblems.CertificateExpired, problem.Kind);
        Assert.Contains("2002-03-04 05:06", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Https_to_a_port_that_speaks_http_is_told()
    {
        await using var stub = await StubService.StartAsync(_ => Task.CompletedTask);
        Assert.Equal(NetworkProblems.TlsFailed, (await AskAsync(new UriBuilder(stub.Connection.Service) { Scheme = "https" }.Uri)).Kind);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_page_of_somebody_else_is_told_and_quoted(int status)
    {
        await using var stub = await StubService.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<html><head><title>Blocked by ACME</title></head></html>");
        });
        var problem = await AskAsync(stub.Connection.Service);
        Assert.Equal(NetworkProblems.NotSlipway, problem.Kind);
        Assert.Contains(status == 200 ? "text/html" : "Blocked by ACME", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirection_is_told_with_its_target()
    {
        await using var stub = await StubService.StartAsync(context =>
        {
            context.Response.Redirect("https://login.example.com/start?secret=1");
            return Task.CompletedTask;
        });
        var problem = await AskAsync(stub.Connection.Service);
        Assert.Equal(NetworkProblems.NotSlipway, problem.Kind);
        Assert.EndsWith("leads to https://login.example.com/start.", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_gateway_without_a_service_behind_it_is_told(int status)
    {
        await using var stub = await StubService.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        Assert.Equal(NetworkProblems.Unavailable, (await AskAsync(stub.Connection.Service)).Kind);
    }

    [Theory]
    [InlineData(413, "413 Request Entity Too Large", "SLW-NET-10016", "client_max_body_size")]
    [InlineData(414, "414 Request-URI Too Large", "SLW-NET-10017", "large_client_header_buffers")]
    [InlineData(431, "", "SLW-NET-10017", "tune.bufsize")]
    [InlineData(400, "400 Request Header Or Cookie Too Large", "SLW-NET-10017", "large_client_header_buffers")]
    [InlineData(504, "504 Gateway Time-out", "SLW-NET-10013", "proxy_read_timeout")]
    [InlineData(511, "Log in", "SLW-NET-10012", "log in")]
    [InlineData(403, "Category: Unknown", "SLW-NET-10012", "slipway doctor")]
    public async Task A_refusal_of_something_in_front_names_it_and_the_setting(int status, string title, string code, string remedy)
    {
        await using var stub = await StubService.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "text/html";
            context.Response.Headers.Server = "front/1.2";
            return context.Response.WriteAsync($"<html><title>{title}</title></html>");
        });
        var problem = await AskAsync(stub.Connection.Service);
        Assert.Equal(code, problem.Code);
        Assert.Contains(title, problem.Message, StringComparison.Ordinal);
        Assert.Equal(status is not 511, problem.Message.Contains("(front/1.2", StringComparison.Ordinal));
        Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
        Assert.Contains("slipway doctor", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirection_to_https_is_told_with_the_address_to_give()
    {
        await using var stub = await StubService.StartAsync(context =>
        {
            context.Response.Redirect("https://127.0.0.1/api/v1/builds");
            return Task.CompletedTask;
        });
        Assert.Equal("Give the address with https: https://127.0.0.1.", (await AskAsync(stub.Connection.Service)).Remedy);
    }

    [Fact]
    public async Task The_services_own_problems_are_told_as_they_are_even_those_of_a_newer_version()
    {
        await using var stub = await StubService.StartAsync(context =>
        {
            context.Response.StatusCode = 404;
            context.Response.ContentType = "application/problem+json";
            return context.Response.WriteAsync(
                """
                {"errorCode":"SLW-SRV-40401","problems":[
                {"code":"SLW-SRV-40401","severity":"Error","where":"environment","message":"There is no environment 'x'.","remedy":"Look.","blame":"User"},
                {"code":"SLW-NEW-50001","severity":"Error","where":"there","message":"New.","remedy":"Wait.","blame":"Machine"}]}
                """);
        });
        var refusal = await Assert.ThrowsAsync<ProblemException>(() => ShowAsync(stub.Connection));
        Assert.Equal([ServiceProblems.NotFound.At("environment", "There is no environment 'x'.", "Look."), refusal.Problems[1]], refusal.Problems);
        Assert.Equal(("SLW-NEW-50001", Severity.Error, Blame.Machine, "Wait."), (refusal.Problems[1].Code, refusal.Problems[1].Severity, refusal.Problems[1].Blame, refusal.Problems[1].Remedy));
    }

    private static async Task<Problem> AskAsync(Uri server, TimeSpan? patience = null)
    {
        using var connection = new ServiceConnection(server, null, "test/1", patience ?? TimeSpan.FromSeconds(20));
        var refusal = await Assert.ThrowsAsync<ProblemException>(() => ShowAsync(connection));
        return Assert.Single(refusal.Problems);
    }

    private static Task ShowAsync(ServiceConnection connection) => new BuildApi(connection).ShowAsync(Guid.NewGuid(), TestContext.Current.CancellationToken);

    private static X509Certificate2 SelfSigned(DateTimeOffset from, DateTimeOffset to)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(from, to);
    }
}
