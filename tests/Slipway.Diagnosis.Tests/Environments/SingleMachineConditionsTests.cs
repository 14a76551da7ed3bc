using System.Net;
using Slipway.Diagnosis.Environments;
using Slipway.Protocol.Environments;
using Slipway.Protocol.Gateways;

namespace Slipway.Diagnosis.Tests.Environments;

public sealed class SingleMachineConditionsTests
{
    private const string Both = "DeploymentController,FrontEnd";
    private static readonly IPAddress Here = IPAddress.Parse("10.20.0.21");
    private static readonly IPAddress Elsewhere = IPAddress.Parse("10.20.0.12");

    [Theory]
    [InlineData(Both, true, "ctl-01 is deployment controller and front-end.")]
    [InlineData("DeploymentController", false, "ctl-01 is deployment controller, but no front-end: nobody can be connected to it.")]
    [InlineData("FrontEnd", false, "No server is a deployment controller.")]
    public void The_controller_is_a_front_end_too(string roles, bool holds, string text) =>
        Is(EnvironmentCondition.ControllerIsFrontEnd, View([Server("ctl-01", "ctl", roles)], "builds"), holds, text);

    [Theory]
    [InlineData("ctl", true, "The internal address is builds (10.20.0.21): this machine, ctl-01.")]
    [InlineData("somewhere", false, "The internal address is builds (10.20.0.21): this machine.")]
    public void The_internal_address_is_this_machine(string address, bool holds, string text) =>
        Is(EnvironmentCondition.InternalAddress, View([Server("ctl-01", address, Both)], "builds", ("builds", Here), ("ctl", Here)), holds, text);

    [Theory]
    [InlineData("FrontEnd", false, "The internal address is builds (10.20.0.12): fe-02.")]
    [InlineData(Both, true, "The internal address is builds (10.20.0.12): fe-02.")]
    public void The_internal_address_is_another_server(string roles, bool holds, string text) =>
        Is(EnvironmentCondition.InternalAddress, View([Server("ctl-01", "ctl", Both), Server("fe-02", "fe", roles)], "builds", ("builds", Elsewhere), ("ctl", Here), ("fe", Elsewhere)), holds, text);

    [Fact]
    public void An_internal_address_may_be_a_number_and_has_to_lead_somewhere()
    {
        Is(EnvironmentCondition.InternalAddress, View([Server("ctl-01", "ctl", Both)], "builds", ("ctl", Here)), false, "The internal address is builds, which cannot be resolved from here: none of the environment's servers.");
        Is(EnvironmentCondition.InternalAddress, View([Server("ctl-01", "ctl", Both)], "10.20.0.21", ("10.20.0.21", Here), ("ctl", Here)), true, "The internal address is 10.20.0.21: this machine, ctl-01.");
        Is(EnvironmentCondition.InternalAddress, View([Server("ctl-01", "ctl", Both)], null), null, "The environment has no internal address.");
    }

    [Fact]
    public void Launches_are_counted_by_the_way_that_they_came()
    {
        var (controller, frontEnd) = (Server("ctl-01", "ctl", Both), Server("fe-02", "fe", "FrontEnd"));
        var view = View([controller, frontEnd], "builds") with
        {
            Launches = new LaunchCounts(30,
            [
                Launches("IDE", controller, 14), Launches("Console", frontEnd, 3), Launches("Console", null, 1, refused: true), Launches("CLI", frontEnd, 7),
            ]),
        };
        Is(EnvironmentCondition.IdeLaunches, view, true, "14 IDE launches in 30 days, all through ctl-01.");
        Is(EnvironmentCondition.ConsoleLaunches, view, false, "4 Console launches in 30 days: 3 through fe-02, 1 without the proof of a server (refused): connect those people to ctl-01.");
        Is(EnvironmentCondition.IdeLaunches, view with { Launches = new LaunchCounts(7, []) }, null, "No IDE launches in 7 days.");
        Is(EnvironmentCondition.IdeLaunches, view with { Launches = new LaunchCounts(7, [Launches("IDE", controller, 1)]) }, true, "1 IDE launch in 7 days, through ctl-01.");
    }

    [Fact]
    public void This_machine_is_the_server_that_it_was_enrolled_as_before_any_that_has_its_address()
    {
        var (controller, frontEnd) = (Server("ctl-01", "ctl", Both), Server("fe-02", "fe", "FrontEnd"));
        var view = View([frontEnd, controller], "builds", ("fe", Here));
        Assert.Equal(("fe-02", false), (view.ThisMachine!.Name, view.IsEnrolled));
        var enrolled = view with { Identity = new MachineIdentity("https://builder.example.com", controller.Id, view.Environment.Key, "ctl-01", controller.Roles, DateTimeOffset.UnixEpoch) { PrivateKey = "" } };
        Assert.Equal(("ctl-01", true), (enrolled.ThisMachine!.Name, enrolled.IsEnrolled));
        Assert.Null(View([controller], "builds", ("ctl", Elsewhere)).ThisMachine);
    }

    private static void Is(string name, EnvironmentView view, bool? holds, string text)
    {
        var condition = SingleMachineConditions.Judge(view).Single(c => c.Name == name);
        Assert.Equal((holds, text), (condition.Holds, condition.Text));
    }

    private static MachineDescription Server(string name, string address, string roles) => new(Guid.NewGuid(), name, address, roles.Split(','));

    private static LaunchCount Launches(string channel, MachineDescription? through, int count, bool refused = false) =>
        new(channel, through?.Id, through?.Name, refused, count, DateTimeOffset.UnixEpoch);

    private static EnvironmentView View(IReadOnlyList<MachineDescription> servers, string? address, params (string Name, IPAddress Address)[] resolved) => new(
        new EnvironmentDescription(Guid.NewGuid(), "production", address, "AnyFrontEnd", DateTimeOffset.UnixEpoch, servers),
        new LaunchCounts(30, []),
        null,
        new HashSet<IPAddress> { Here },
        resolved.ToDictionary(pair => pair.Name, pair => (IReadOnlyList<IPAddress>)[pair.Address]));
}
