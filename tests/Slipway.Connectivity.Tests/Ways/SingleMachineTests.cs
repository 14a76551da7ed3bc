using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Ways;

/// <summary>The fourth way: the deployment controller is the only machine that launches, and people are connected to it.</summary>
public sealed class SingleMachineTests(Lab lab) : Scenario(lab)
{
    [Fact]
    public void Builds_are_launched_through_the_controller_and_no_other_way()
    {
        using var machine = new SingleMachine(Lab);
        var straight = Lab.Build("fe-02");
        straight.Failed("SLW-ENV-20001");
        Assert.Contains("only through ctl-01 (builds.corp.example)", straight.Run.Out, StringComparison.Ordinal);
        SingleMachine.Guide.Follow(Lab, "Start the relay");
        SingleMachine.Guide.Follow(Lab, "Verify");
        Lab.Build("fe-01", SingleMachine.Internal).Succeeded();
        Lab.Build("fe-02").Failed("SLW-NET-10002");
        Are("refused", "fe-01", [.. Targets.Service, .. Targets.OtherPorts, .. Targets.Elsewhere.Where(t => t != Address.FrontEnd2)]);
        Lab["fe-01"].Resolver(Address.LyingResolver);
        Lab.Build("fe-01").Failed("SLW-NET-10002", "SLW-NET-10008");
        Lab["fe-01"].Resolver(Address.Resolver4);
        FromTheConsole();
    }

    // As a web console would do it: calls of the interface, through the relay.
    private void FromTheConsole()
    {
        var page = Encoding.UTF8.GetBytes($"<title>{Guid.NewGuid():N}</title>");
        var hash = Convert.ToHexStringLower(SHA256.HashData(page));
        Lab["fe-01"].Write("page.html", Encoding.UTF8.GetString(page));
        var launch = Lab["fe-01"].Write("launch.json", $$"""
            { "application": "From the console", "platforms": ["Android"], "options": { "id": "com.example.console" }, "revision": { "kind": "Folder", "files": [{ "path": "index.html", "sha256": "{{hash}}", "size": {{page.Length}} }] } }
            """);
        Call("-X", "POST", "-H", "Content-Type: application/json", "--data-binary", "@" + launch, "/api/v1/launches");
        Call("-T", Path.Combine(Lab["fe-01"].Folder, "page.html"), $"/api/v1/blobs/{hash}");
        var key = Call("-X", "POST", "-H", "Content-Type: application/json", "--data-binary", "@" + launch, "/api/v1/launches").GetProperty("builds")[0].GetProperty("key").GetString();
        Asked($"/api/v1/builds/{key}/events", "-N", "--max-time", "60");
        var build = Call($"/api/v1/builds/{key}");
        Assert.Equal(("Finished", "Console", "ctl-01"), (build.GetProperty("status").GetString(), build.GetProperty("channel").GetString(), build.GetProperty("requestedThrough").GetString()));
        Assert.Single(build.GetProperty("artifacts").EnumerateArray());
    }

    private JsonElement Call(params string[] arguments)
    {
        var answer = Asked(arguments[^1], arguments[..^1]);
        return answer.StartsWith('{') ? JsonDocument.Parse(answer).RootElement : default;
    }

    private string Asked(string path, params string[] options) => Lab.Curl(
        "fe-01", ["--fail-with-body", "-H", $"Authorization: Bearer {Lab["fe-01"].Variables["SLIPWAY_TOKEN"]}", "-H", "Slipway-Channel: Console", .. options, SingleMachine.Internal.TrimEnd('/') + path]).Well().Out;
}
