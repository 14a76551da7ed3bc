using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Slipway.Cli.Tests.Commands;

public sealed class DoctorCommandTests
{
    [Fact]
    public void A_closed_port_is_the_root_and_what_builds_on_it_is_skipped()
    {
        using var closed = new ClosedPort();
        var run = SlipwayRun.Of("doctor", "--server", closed.Address, "--json");
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        using var document = JsonDocument.Parse(run.Out);
        var root = document.RootElement;
        Assert.Equal(("Fail", "C05"), (root.GetProperty("verdict").GetString(), Assert.Single(root.GetProperty("rootCauses").EnumerateArray()).GetString()));
        var checks = root.GetProperty("checks").EnumerateArray().ToDictionary(check => check.GetProperty("id").GetString()!);
        Assert.Equal(("port-refused", "SLW-DOC-10004"), (checks["C05"].GetProperty("cause").GetString(), checks["C05"].GetProperty("code").GetString()));
        Assert.Equal(("Skipped", "C05"), (checks["C10"].GetProperty("state").GetString(), checks["C10"].GetProperty("because").GetString()));
        Assert.Equal("SLW-DOC-10004", Assert.Single(root.GetProperty("problems").EnumerateArray()).GetProperty("code").GetString());
        Assert.All(root.GetProperty("ways").EnumerateArray(), way => Assert.NotEqual(JsonValueKind.True, way.GetProperty("works").ValueKind));
    }

    [Fact]
    public void A_person_reads_the_verdict_first()
    {
        using var closed = new ClosedPort();
        var run = SlipwayRun.Of("doctor", "--server", closed.Address);
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        var lines = run.Out.Split('\n');
        Assert.Equal("✗ The service cannot be reached from here.", lines[1]);
        Assert.Contains(lines, line => line.TrimStart().StartsWith("see       curl --noproxy '*' ", StringComparison.Ordinal));
        Assert.Contains("skipped because of C05.", run.Out, StringComparison.Ordinal);
        Assert.StartsWith("None of them is known to work", lines[^2], StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_was_asked_for_runs_and_what_it_needs()
    {
        using var closed = new ClosedPort();
        var run = SlipwayRun.Of("doctor", "--server", closed.Address, "--check", "C05", "--json");
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal(["C01", "C02", "C05"], document.RootElement.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("id").GetString()));
    }

    private sealed class ClosedPort : IDisposable
    {
        private readonly Socket _bound = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        // Bound, so that nobody else takes it, and not listening.
        public ClosedPort() => _bound.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        public string Address => $"http://127.0.0.1:{((IPEndPoint)_bound.LocalEndPoint!).Port}";

        public void Dispose() => _bound.Dispose();
    }
}
