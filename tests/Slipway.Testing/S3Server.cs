using System.Globalization;
using Xunit;

namespace Slipway.Testing;

/// <summary>A store that speaks S3, of npm (s3rver), on a port and with a folder of its own, which is gone afterwards.</summary>
public sealed class S3Server : IAsyncLifetime
{
    private const string Package = "s3rver";
    private const string Version = "3.7.1";

    private string _folder = "";
    private StartedProcess? _process;

    /// <summary>The name of the bucket that is there.</summary>
    public static string Bucket => "slipway";

    /// <summary>Both keys of the store.</summary>
    public static string Key => "S3RVER";

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; private set; } = new("http://127.0.0.1");

    /// <summary>Starts it.</summary>
    public async ValueTask InitializeAsync()
    {
        _folder = Directory.CreateTempSubdirectory("slipway-s3-").FullName;
        var script = Path.Combine(NpmInstall.Of($"{Package}@{Version}"), "node_modules", Package, "bin", "s3rver.js");
        _process = StartedProcess.Start("node", script, "-d", _folder, "-a", "127.0.0.1", "-p", "0", "-s", "--configure-bucket", Bucket);
        var line = await _process.LineAsync("S3rver listening");
        Endpoint = new Uri($"http://127.0.0.1:{int.Parse(line[(line.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture)}");
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
