using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Slipway.Protocol.Problems;
using Slipway.Worker.Builds;
using Slipway.Worker.Leases;
using Slipway.Worker.Tests.Builds;

namespace Slipway.Worker.Tests;

/// <summary>Texts of exceptions may hold what nobody may read; what a worker says is in its own words.</summary>
public sealed class OutputTests : IDisposable
{
    private const string Canary = "c4nary/pa:ss";

    private static readonly string[] Forms = [Canary, Uri.EscapeDataString(Canary), Convert.ToBase64String(Encoding.UTF8.GetBytes("corp:" + Canary)), "c4nary"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task However_a_proxy_fails_its_password_is_not_printed(bool json)
    {
        const string whoAsks = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"corp\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        // To the first the client answers with the password, on another connection.
        var answers = new Queue<string>(
        [
            whoAsks, whoAsks,
            "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            "no HTTP at all\r\n\r\n",
            "",
        ]);
        var failures = answers.Count - 1;
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var heard = new List<string>();
        var serving = ServeAsync(proxy, answers, heard);
        var (lines, errors) = await RunAsync($"http://corp:{Uri.EscapeDataString(Canary)}@{proxy.LocalEndpoint}", json, lines => lines.Count(line => line.Contains("unreachable", StringComparison.Ordinal)) >= failures);
        await serving;
        // The password went to the proxy, and only there.
        Assert.Contains(heard, request => request.Contains(Forms[2], StringComparison.Ordinal));
        Assert.All(lines.Append(errors), line => Assert.DoesNotContain(Forms, form => line.Contains(form, StringComparison.OrdinalIgnoreCase)));
        var said = string.Join('\n', lines);
        Assert.Contains(NetworkProblems.ProxyPassword.Code, said, StringComparison.Ordinal);
        Assert.Contains(NetworkProblems.ProxyRefused.Code, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://corp:{0}@proxy:3128")]
    [InlineData("http://corp:{0}@proxy:port")]
    [InlineData("http://corp:{0}@")]
    public async Task A_proxy_that_cannot_be_used_is_refused_without_its_password(string address)
    {
        var (lines, errors) = await RunAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, Uri.EscapeDataString(Canary)), json: false, _ => false);
        Assert.Contains(NetworkProblems.ProxySetting.Code, errors, StringComparison.Ordinal);
        Assert.All(lines.Append(errors), line => Assert.DoesNotContain(Forms, form => line.Contains(form, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void What_nobody_foresaw_is_told_by_its_kind_and_place()
    {
        var failure = Assert.Throws<AggregateException>(() => Task.Run(() => MaterialsOfNothing()).Wait());
        Assert.Equal("InvalidOperationException in OutputTests.MaterialsOfNothing.", SafeExceptionText.Of(failure));
        Assert.Equal("HttpRequestException.", SafeExceptionText.Of(new HttpRequestException(Canary)));
        foreach (var unforeseen in new Exception[] { new InvalidOperationException(Canary), new HttpRequestException(Canary), new IOException(Canary), new InvalidDataException(Canary) })
            Assert.All(JobAnswers.Broken(unforeseen).Problems, problem => Assert.DoesNotContain(Canary, problem.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_build_ends_with_holds_no_text_of_an_exception()
    {
        await using var worker = new TestWorker();
        foreach (var unforeseen in new Exception[] { new InvalidOperationException(Canary), new HttpRequestException(Canary), new IOException(Canary), new InvalidDataException(Canary) })
        {
            using var outcome = await worker.RunAsync(TestApp.Of(("index.html", "page")).Job() with { Fetch = (_, _, _) => throw unforeseen });
            Assert.NotEqual(BuildEnd.Succeeded, outcome.End);
            Assert.All(outcome.Problems, problem => Assert.DoesNotContain(Canary, problem.ToString(), StringComparison.Ordinal));
        }
    }

    private static void MaterialsOfNothing() => throw new InvalidOperationException(Canary);

    private static async Task ServeAsync(TcpListener proxy, Queue<string> answers, List<string> heard)
    {
        while (answers.TryDequeue(out var answer))
        {
            using var client = await proxy.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            var stream = client.GetStream();
            var buffer = new byte[4096];
            heard.Add(Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer, TestContext.Current.CancellationToken)));
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken);
        }

        proxy.Stop();
    }

    // A worker whose service is nowhere, until it has said enough.
    private async Task<(List<string> Lines, string Errors)> RunAsync(string proxy, bool json, Func<List<string>, bool> isEnough)
    {
        var token = _folder.Add("token", "slw_aaaaaaaa_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n"u8.ToArray());
        File.SetUnixFileMode(token, UnixFileMode.UserRead);
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "slipway.dll"), "worker", "--server", "https://builder.test:18443", "--token-file", token, "--work", _folder["work"], "--slots", "1", .. json ? ["--json"] : (string[])[]])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["HTTPS_PROXY"] = proxy, ["SLIPWAY_CACHE"] = _folder["cache"], ["NO_PROXY"] = "", ["no_proxy"] = "" },
        };
        start.Environment.Remove("https_proxy");
        using var worker = Process.Start(start)!;
        var errors = worker.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await worker.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
            if (isEnough(lines))
                worker.Kill();
        }

        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (lines, await errors);
    }
}
