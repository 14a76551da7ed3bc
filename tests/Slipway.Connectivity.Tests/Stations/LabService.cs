using System.Text.Json;
using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Stations;

/// <summary><c>slipway serve</c> with one worker, which only the edge of the CDN reaches.</summary>
internal sealed class LabService
{
    private readonly Background _process;

    public LabService(Node node, string pin)
    {
        _process = node.StartSlipway(
            "serve", "--urls", "http://10.99.0.2:8484", "--data", Path.Combine(node.Folder, "service"), "--public-url", Address.Service,
            "--trusted-proxy", "10.99.0.1", "--slots", "1", "--certificate-pin", pin, "--json");
        Key = JsonDocument.Parse(_process.Line("\"event\":\"listening\"")).RootElement.GetProperty("key").GetString()!;
        Token = JsonDocument.Parse(_process.Line("\"event\":\"token\"")).RootElement.GetProperty("token").GetString()!;
    }

    /// <summary>Thumbprint of the key that it signs with.</summary>
    public string Key { get; }

    /// <summary>The administrator's token.</summary>
    public string Token { get; }

    /// <summary>Waits until builds can begin.</summary>
    public void Ready() => _process.Line("\"worker.ready\"");
}
