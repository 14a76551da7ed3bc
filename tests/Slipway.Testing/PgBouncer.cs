using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Slipway.Testing;

/// <summary>PgBouncer of Debian before a cluster: each transaction may get another session. It refuses to run as root, as PostgreSQL does.</summary>
public sealed class PgBouncer : IAsyncDisposable
{
    private const string User = "postgres";

    private readonly StartedProcess _process;
    private readonly string _folder;
    private readonly int _port;

    private PgBouncer(StartedProcess process, string folder, int port) => (_process, _folder, _port) = (process, folder, port);

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
        start.WorkingDirectory = "/";
        start.Environment["PATH"] = "/usr/sbin:" + Environment.GetEnvironmentVariable("PATH");
        var process = StartedProcess.Start(start);
        await process.LineAsync("process up");
        return new PgBouncer(process, folder, port);
    }

    /// <summary>The database, through it.</summary>
    public string Address => $"postgres://{User}@127.0.0.1:{_port}/pooled";

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
