using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Slipway.Testing;

/// <summary>
/// A PostgreSQL of Debian's with a folder and a port of its own, which is gone afterwards. It refuses to run as root, so root
/// runs it as the user that the package made.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string User = "postgres";

    private readonly string _folder;
    private readonly int _port;
    private int _databases;

    private PostgresCluster(string folder, int port) => (_folder, _port) = (folder, port);

    /// <summary>Address of the database that is always there.</summary>
    public string Address => AddressOf(User);

    /// <summary>Where its socket is.</summary>
    public string SocketFolder => _folder;

    private static string Programs { get; } = Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(path => int.Parse(Path.GetFileName(path))).First() + "/bin";

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Makes and starts a cluster.</summary>
    /// <param name="rules">Lines of pg_hba.conf that go before those which let everybody in.</param>
    public static async Task<PostgresCluster> StartNewAsync(params string[] rules)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", User, folder);
        var cluster = new PostgresCluster(folder, FreePort());
        await AsOwnerAsync("initdb", "-D", cluster.Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        var admitted = Path.Combine(cluster.Data, "pg_hba.conf");
        await File.WriteAllLinesAsync(admitted, [.. rules, .. await File.ReadAllLinesAsync(admitted)]);
        await cluster.StartAsync();
        return cluster;
    }

    /// <summary>Makes an empty database and gives its address.</summary>
    public string CreateDatabase()
    {
        var name = "t" + Interlocked.Increment(ref _databases);
        AsOwnerAsync("createdb", "-h", _folder, "-p", $"{_port}", "-U", User, name).GetAwaiter().GetResult();
        return AddressOf(name);
    }

    /// <summary>Starts the cluster that was stopped.</summary>
    public Task StartAsync() => AsOwnerAsync(
        "pg_ctl", "-D", Data, "-l", Path.Combine(_folder, "log"), "-w", "-t", "60", "-o", $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=on", "start");

    /// <summary>Has the cluster speak TLS with a certificate and its key, as PEM; it has to be started again.</summary>
    public async Task EncryptAsync(string certificate, string key)
    {
        await File.WriteAllTextAsync(Path.Combine(Data, "server.crt"), certificate);
        var file = Path.Combine(Data, "server.key");
        await File.WriteAllTextAsync(file, key);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", User, file);
        await File.AppendAllTextAsync(Path.Combine(Data, "postgresql.conf"), "\nssl = on\n");
        await RestartAsync();
    }

    /// <summary>Stops the cluster: connections break.</summary>
    public Task StopAsync() => AsOwnerAsync("pg_ctl", "-D", Data, "-w", "-t", "60", "-m", "immediate", "stop");

    /// <summary>Stops the cluster in peace and starts it as what repeats a primary, which is not there.</summary>
    public async Task BecomeStandbyAsync()
    {
        await AsOwnerAsync("pg_ctl", "-D", Data, "-w", "-t", "60", "-m", "fast", "stop");
        await File.WriteAllTextAsync(Path.Combine(Data, "standby.signal"), "");
        await StartAsync();
    }

    /// <summary>Stops the cluster hard, so that it has to recover from its log, and starts it again.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Stops the cluster and removes it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string AddressOf(string database) => $"postgres://{User}@127.0.0.1:{_port}/{database}";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task AsOwnerAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs, program);
        return Environment.IsPrivilegedProcess ? RunAsync("runuser", ["-u", User, "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    // What it starts must not inherit a pipe, which would stay open as long as that runs.
    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments]) { WorkingDirectory = "/" };
        await using var process = StartedProcess.Start(start);
        (await process.EndAsync()).Well();
    }
}
