using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Slipway.Server.Tests.Outsiders;

/// <summary>PgBouncer of Debian before a cluster: each transaction may get another session. It refuses to run as root, as PostgreSQL does.</summary>
internal sealed class PgBouncer : IAsyncDisposable
{
    private const string User = "postgres";

    private readonly Process _process;
    private readonly string _folder;
    private readonly int _port;

    private PgBouncer(Process process, string folder, int port) => (_process, _folder, _port) = (process, folder, port);

    /// <summary>Starts it before a database.</summary>
    /// <param name="database">Address of the database.</param>
    /// <param name="mode">How it lends sessions out: session, transaction or statement.</param>
    public static async Task<PgBouncer> StartAsync(string database, string mode)
    {
        var uri = new Uri(database);
        var folder = Directory.CreateTempSubdirectory("slipway-pgbouncer-").FullName;
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var port = FreePort();
        var file = Path.Combine(folder, "pgbouncer.ini");
        await File.WriteAllTextAsync(
            file,
            $"""
            [databases]
            pooled = host=127.0.0.1 port={uri.Port} dbname={uri.AbsolutePath[1..]} user={User}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = any
            pool_mode = {mode}
            """);
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("runuser", ["-u", User, "--", "pgbouncer", file])
            : new ProcessStartInfo("pgbouncer", [file]);
        start.RedirectStandardError = true;
        start.UseShellExecute = false;
        start.WorkingDirectory = "/";
        start.Environment["PATH"] = "/usr/sbin:" + Environment.GetEnvironmentVariable("PATH");
        var process = Process.Start(start)!;
        for (string? line; (line = await process.StandardError.ReadLineAsync()) is not null;)
        {
            if (line.Contains("process up", StringComparison.Ordinal))
            {
                _ = process.StandardError.ReadToEndAsync();
                return new PgBouncer(process, folder, port);
            }
        }

        throw new InvalidOperationException("PgBouncer did not start.");
    }

    /// <summary>The database, through it.</summary>
    public string Address => $"postgres://{User}@127.0.0.1:{_port}/pooled";

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
