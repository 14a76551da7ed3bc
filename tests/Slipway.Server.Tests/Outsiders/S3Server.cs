using System.Diagnostics;
using System.Globalization;

namespace Slipway.Server.Tests.Outsiders;

/// <summary>A store that speaks S3, of npm (s3rver), on a port and with a folder of its own, which is gone afterwards.</summary>
public sealed class S3Server : IAsyncLifetime
{
    private const string Package = "s3rver";
    private const string Version = "3.7.1";

    private string _folder = "";
    private Process? _process;

    /// <summary>The name of the bucket that is there.</summary>
    public static string Bucket => "slipway";

    /// <summary>Both keys of the store.</summary>
    public static string Key => "S3RVER";

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; private set; } = new("http://127.0.0.1");

    public async ValueTask InitializeAsync()
    {
        _folder = Directory.CreateTempSubdirectory("slipway-s3-").FullName;
        var script = Path.Combine(NpmInstall.Of($"{Package}@{Version}"), "node_modules", Package, "bin", "s3rver.js");
        var start = new ProcessStartInfo("node", [script, "-d", _folder, "-a", "127.0.0.1", "-p", "0", "-s", "--configure-bucket", Bucket]) { RedirectStandardOutput = true, UseShellExecute = false };
        _process = Process.Start(start)!;
        for (string? line; (line = await _process.StandardOutput.ReadLineAsync()) is not null;)
        {
            if (line.LastIndexOf(':') is > 0 and var colon && line.StartsWith("S3rver listening", StringComparison.Ordinal))
            {
                Endpoint = new Uri($"http://127.0.0.1:{int.Parse(line[(colon + 1)..], CultureInfo.InvariantCulture)}");
                return;
            }
        }

        throw new InvalidOperationException("The store did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
