using Slipway.Connectivity.Tests.Guides;
using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Ways;

/// <summary>A controller that is enrolled, in an environment where only it may launch for as long as this lasts.</summary>
internal sealed class SingleMachine : IDisposable
{
    public const string Internal = "https://builds.corp.example/";

    private readonly Lab _lab;

    public SingleMachine(Lab lab)
    {
        _lab = lab;
        var controller = lab["ctl-01"];
        // It is enrolled once for the whole lab.
        if (!File.Exists(Path.Combine(controller.Folder, "server")))
        {
            lab.Certificates.Issue("controller", Address.ControllerName);
            controller.Write("relay.pem", File.ReadAllText(lab.Certificates.Certificate("controller")));
            controller.Write("relay.key", File.ReadAllText(lab.Certificates.Key("controller")));
            Guide.Follow(lab, "Tell the service of the server");
        }

        Guide.Follow(lab, "Launch through it only");
    }

    public static Guide Guide { get; } = new("4-single-machine.md");

    public void Dispose()
    {
        _lab.Reset();
        _lab.Run("ctl-01", "bash", "-c", "curl -sSf -X PATCH -H \"Authorization: Bearer $SLIPWAY_TOKEN\" --json '{\"launchPolicy\": \"AnyFrontEnd\"}' https://builder.example.com/api/v1/environments/$(cat environment)").Well();
    }
}
