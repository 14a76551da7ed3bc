using System.Text.Json;
using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Faults;

/// <summary>An environment whose builds are launched through its deployment controller only, and a machine that is not it.</summary>
public sealed class WrongMachineTests(Lab lab) : Fault(lab)
{
    [Fact]
    public void The_right_machine_is_named()
    {
        var name = $"production-{Guid.NewGuid():N}";
        var environment = Api("POST", "environments", $$"""{"name":"{{name}}","internalAddress":"{{Address.ControllerName}}"}""").GetProperty("key").GetString();
        Api("POST", $"environments/{environment}/servers", $$"""{"name":"ctl-01","address":"{{Address.Controller}}","roles":["DeploymentController","FrontEnd"]}""");
        Api("POST", $"environments/{environment}/servers", $$"""{"name":"fe-01","address":"{{Address.FrontEnd1}}","roles":["FrontEnd"]}""");
        Api("PATCH", $"environments/{environment}", """{"launchPolicy":"ControllerOnly"}""");

        var wrong = Examine(["--environment", name, .. Only("C16")]);
        Assert.Equal(["C16"], wrong.Roots);
        Assert.Equal(("not-the-controller", $"Builds of {name} are launched through ctl-01 only, and this machine is fe-01."), (wrong.Of("C16", "cause"), wrong.Of("C16", "summary")));
        Assert.Contains($"ctl-01 ({Address.Controller})", wrong.Of("C16", "remedy"), StringComparison.Ordinal);

        // There the internal address leads to the machine itself. It was not enrolled, and nobody launched yet.
        var right = DoctorOn("ctl-01", ["--server", Address.Service, "--environment", name, .. Only("C16")]);
        Assert.Equal("server-not-enrolled", right.Of("C16", "cause"));
        Assert.Contains($"yes: The internal address is {Address.ControllerName} ({Address.Controller}): this machine, ctl-01.", right.Run.Out, StringComparison.Ordinal);
    }

    private JsonElement Api(string method, string path, string body) => JsonDocument.Parse(Lab.Curl(
        Machine, "-X", method, "-H", $"Authorization: Bearer {Lab[Machine].Variables["SLIPWAY_TOKEN"]}", "-H", "Content-Type: application/json", "-d", body, $"{Address.Service}api/v1/{path}").Well().Out).RootElement;
}
