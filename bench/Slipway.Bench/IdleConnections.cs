using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Slipway.Bench;

/// <summary>How much memory idle connections cost a server: its memory with and without them.</summary>
internal static class IdleConnections
{
    private const int Warm = 2000;
    private static readonly byte[] Request = Encoding.ASCII.GetBytes("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");

    /// <summary>Starts a server for each kind of connection, opens them, and prints a table.</summary>
    public static async Task MeasureAsync(string program, string data, int count)
    {
        Console.WriteLine($"| {count} connections | MB without | MB with | more |\n|---|---|---|---|");
        foreach (var (kind, said, answered) in new[] { ("never said anything", Array.Empty<byte>(), false), ("half a head", Request[..20], false), ("one request, then idle", Request, true) })
        {
            var (without, with) = await MeasureAsync(program, data, count, said, answered);
            Console.WriteLine($"| {kind} | {without:0.0} | {with:0.0} | {with - without:+0.0;-0.0} |");
        }
    }

    // Each kind gets its own server: otherwise memory left over from the kind before would count.
    private static async Task<(double Without, double With)> MeasureAsync(string program, string data, int count, byte[] said, bool answered)
    {
        using var server = Start(program, data);
        try
        {
            var port = await PortAsync(server);
            using (var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") })
            {
                for (var i = 0; i < Warm; i++)
                    await client.GetStringAsync(new Uri("/health/live", UriKind.Relative));
            }

            var without = Memory(server);
            var sockets = await OpenAsync(port, count, said, answered);
            var with = Memory(server);
            sockets.ForEach(socket => socket.Dispose());
            return (without, with);
        }
        finally
        {
            using var kill = Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
            await server.WaitForExitAsync();
        }
    }

    private static Process Start(string program, string data)
    {
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        var most = "20000";
        return Process.Start(new ProcessStartInfo("dotnet", ["exec", program, "serve", "--no-worker", "--urls", "http://127.0.0.1:0", "--data", data, "--max-connections-per-address", most, "--idle-seconds", "3600", "--head-seconds", "3600", "--json"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
    }

    private static async Task<int> PortAsync(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            var next = JsonDocument.Parse(line).RootElement;
            if (next.GetProperty("event").GetString() == "listening")
                return new Uri(next.GetProperty("urls")[0].GetString()!).Port;
        }

        throw new InvalidOperationException("The service did not start.");
    }

    private static async Task<List<Socket>> OpenAsync(int port, int count, byte[] said, bool answered)
    {
        var sockets = new List<Socket>();
        var buffer = new byte[4096];
        for (var i = 0; i < count; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            sockets.Add(socket);
            await socket.ConnectAsync(IPAddress.Loopback, port);
            await socket.SendAsync(said);
            if (answered && await socket.ReceiveAsync(buffer) == 0)
                throw new InvalidOperationException($"Connection {i} was closed.");
        }

        return sockets;
    }

    // proc_pid_status(5): resident memory in kB.
    private static double Memory(Process server) =>
        double.Parse(File.ReadLines($"/proc/{server.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
}
