using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Slipway.Cli.Tests.Serving;

public sealed class IdleConnectionTests
{
    private const int Files = 512;
    private const int Connections = 700;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_with_more_idle_connections_than_it_may_have_files_answers_on_a_new_one()
    {
        using var folder = new TemporaryFolder();
        await using var service = ServiceProcess.StartLimited(Files, ["serve", "--no-worker", "--urls", "http://127.0.0.1:0", "--data", folder["data"]]);
        var address = new Uri((await service.NextAsync("listening")).GetProperty("urls")[0].GetString()!);
        using var client = new HttpClient { BaseAddress = address };
        foreach (var (said, addresses) in new[] { ("", 1), ("GET /health/live HTTP/1.1\r\nHost: 127", 1), ("", 100), ("POST / HTTP/1.1\r\n", 100) })
        {
            var sockets = new List<Socket>();
            try
            {
                for (var i = 0; i < Connections; i++)
                    sockets.Add(await ConnectAsync(address.Port, i % addresses, said));
                // It looks into the database, which takes files, too.
                using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);
                Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
                Assert.InRange(Directory.EnumerateFileSystemEntries($"/proc/{service.Process.Id}/fd").Count(), 1, Files - 32);
            }
            finally
            {
                sockets.ForEach(socket => socket.Dispose());
            }
        }

        service.Signal("TERM");
        Assert.Equal(0, await service.EndAsync());
    }

    [Fact]
    public async Task A_server_that_may_have_too_few_files_says_so_before_it_serves()
    {
        using var folder = new TemporaryFolder();
        await using var few = ServiceProcess.StartLimited(256, ["serve", "--no-worker", "--urls", "http://127.0.0.1:0", "--data", folder["data"]]);
        Assert.Equal("SLW-HST-50007", (await few.NextAsync("error")).GetProperty("problems")[0].GetProperty("code").GetString());
        await using var many = ServiceProcess.StartLimited(Files, ["serve", "--no-worker", "--urls", "http://127.0.0.1:0", "--data", folder["data"], "--max-connections", "4000"]);
        Assert.Equal("--max-connections", (await many.NextAsync("error")).GetProperty("problems")[0].GetProperty("where").GetString());
    }

    private static async Task<Socket> ConnectAsync(int port, int number, string said)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(new IPAddress([127, 0, 1, (byte)(number + 1)]), 0));
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, Cancellation);
            await socket.SendAsync(Encoding.ASCII.GetBytes(said), Cancellation);
        }
        catch (SocketException)
        {
            // Its place was needed already.
        }

        return socket;
    }
}
