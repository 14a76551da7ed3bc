using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Slipway.Cli.Tests.Serving;

/// <summary>A real process keeps rules in step with a list that a server publishes.</summary>
public sealed class FirewallWatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ListPublisher _publisher = new();

    public void Dispose()
    {
        _publisher.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Additions_come_at_once_removals_stay_and_what_cannot_be_applied_is_taken_back()
    {
        var program = _folder.Add("apply", Encoding.UTF8.GetBytes($"#!/bin/sh\ncp \"$1\" '{_folder["applied"]}'\n! test -e '{_folder["broken"]}'\n"));
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        _publisher.Publish(List("2020-01-01"));
        // Whoever started the tests may have had hang-ups ignored, which processes inherit.
        using var watch = SlipwayRun.Start("env", ["--default-signal=HUP", "dotnet", "exec", SlipwayRun.Assembly, "firewall", "watch", "--json", "--format", "ipset", "--out", _folder["rules"], "--run", program, "--interval", "10000", "--ranges", _publisher.Address], []);
        try
        {
            var first = await NextAsync(watch);
            Assert.Equal(("Changed", 0), (first.GetProperty("status").GetString(), Count(first, "removed")));
            Assert.Equal(Text("rules"), Text("applied"));

            Look(watch);
            Assert.Equal("Unchanged", (await NextAsync(watch)).GetProperty("status").GetString());
            Assert.Equal((1, 1), (_publisher.Sent, _publisher.NotModified));

            File.WriteAllText(_folder["broken"], "");
            _publisher.Publish(List("2026-08-22"));
            var before = Text("rules");
            Look(watch);
            Assert.Contains("SLW-FWL-40006", await watch.StandardError.ReadLineAsync(), StringComparison.Ordinal);
            Assert.Equal((before, before), (Text("rules"), Text("applied")));

            File.Delete(_folder["broken"]);
            Look(watch);
            var next = await NextAsync(watch);
            Assert.True(Count(next, "added") > 100);
            Assert.Equal(0, Count(next, "removed"));
            Assert.Equal(Text("rules"), Text("applied"));
            // 2020's list has prefixes that left it since.
            Assert.Contains("createDate=2026-08-22-15-17-05", Text("rules"), StringComparison.Ordinal);
            Assert.Contains(" retiringPrefixes=", Text("rules"), StringComparison.Ordinal);
            Signal(watch, "TERM");
            await watch.WaitForExitAsync();
            Assert.Equal(130, watch.ExitCode);
        }
        finally
        {
            watch.Kill();
        }

        // Whoever keeps nothing refuses at once what left the list.
        var run = SlipwayRun.Of("firewall", "watch", "--json", "--format", "ipset", "--out", _folder["rules"], "--keep-days", "0", "--once", "--ranges", _publisher.Address);
        using var last = JsonDocument.Parse(run.Out);
        Assert.NotEqual(0, Count(last.RootElement, "removed"));
        Assert.DoesNotContain(" retiringPrefixes=", Text("rules"), StringComparison.Ordinal);
    }

    private static string List(string date) => File.ReadAllText(Path.Combine(Repository.Root, "tests", "corpus", "ip-ranges", date + ".json"));

    private static int Count(JsonElement news, string list) => news.GetProperty(list).GetArrayLength();

    private static void Look(Process process) => Signal(process, "HUP");

    private static void Signal(Process process, string name)
    {
        using var kill = Process.Start("kill", ["-" + name, $"{process.Id}"]);
        kill.WaitForExit();
    }

    private static async Task<JsonElement> NextAsync(Process process)
    {
        var document = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            document.AppendLine(line);
            if (line == "}")
                return JsonDocument.Parse(document.ToString()).RootElement;
        }

        throw new InvalidOperationException($"The process ended: {await process.StandardError.ReadToEndAsync()}");
    }

    private string Text(string name) => File.ReadAllText(_folder[name]);
}
