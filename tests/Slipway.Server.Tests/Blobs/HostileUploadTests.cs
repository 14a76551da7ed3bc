using System.Net.Sockets;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Store;
using Slipway.Server.Tests.Launches;

namespace Slipway.Server.Tests.Blobs;

/// <summary>Uploads over a bare socket, as only somebody with bad intentions, or a bad network, sends them.</summary>
public sealed class HostileUploadTests
{
    private const int Limit = 100_000;
    private static readonly string Hash = new('a', 64);

    [Fact]
    public async Task A_body_without_a_length_is_cut_off_at_the_first_byte_over_the_limit()
    {
        await using var service = await StartAsync();
        using var client = await ConnectAsync(service, "Transfer-Encoding: chunked");
        var chunk = Encoding.ASCII.GetBytes($"{1000:x}\r\n{new string('x', 1000)}\r\n");
        var answer = ReadAsync(client);
        var sent = 0;
        try
        {
            while (!answer.IsCompleted && sent < 100 * Limit)
            {
                await client.GetStream().WriteAsync(chunk);
                sent += 1000;
            }
        }
        catch (IOException)
        {
            // The service has closed the connection.
        }

        Assert.True(sent < 100 * Limit, "The service took everything.");
        var text = await answer;
        Assert.StartsWith("HTTP/1.1 413", text, StringComparison.Ordinal);
        Assert.Contains("SLW-SRV-40003", text, StringComparison.Ordinal);
        Assert.Empty(StoredBlobs.Unfinished(service));
        Assert.Empty(await StoredBlobs.ListAsync(service));
    }

    [Fact]
    public async Task A_body_without_a_length_is_cut_off_where_the_quota_ends()
    {
        await using var service = await TestService.StartAsync();
        await service.App.Services.GetRequiredService<Database>().WriteAsync((c, t) => c.ExecuteAsync("UPDATE organisations SET storage_quota = 50000", transaction: t));
        using var client = await ConnectAsync(service, "Transfer-Encoding: chunked\r\nConnection: close");
        var answer = ReadAsync(client);
        var chunk = Encoding.ASCII.GetBytes($"{1000:x}\r\n{new string('x', 1000)}\r\n");
        for (var sent = 0; sent < 10 * Limit; sent += 1000)
            await client.GetStream().WriteAsync(chunk);
        await client.GetStream().WriteAsync("0\r\n\r\n"u8.ToArray());
        var text = await answer;
        Assert.StartsWith("HTTP/1.1 403", text, StringComparison.Ordinal);
        Assert.Contains("SLW-SRV-40301", text, StringComparison.Ordinal);
        Assert.Empty(StoredBlobs.Unfinished(service));
        Assert.Empty(await StoredBlobs.ListAsync(service));
    }

    [Fact]
    public async Task A_length_over_the_limit_is_refused_before_the_body()
    {
        await using var service = await StartAsync();
        using var client = await ConnectAsync(service, $"Content-Length: {Limit + 1}");
        Assert.StartsWith("HTTP/1.1 413", await ReadAsync(client), StringComparison.Ordinal);
        Assert.Empty(StoredBlobs.Unfinished(service));
    }

    [Fact]
    public async Task An_upload_that_stalls_is_ended()
    {
        await using var service = await StartAsync();
        using var client = await StoredBlobs.BeginAsync(service, () => ConnectAsync(service, $"Content-Length: {Limit}"));
        await client.GetStream().WriteAsync(new byte[1000]);
        var text = await ReadAsync(client);
        Assert.StartsWith("HTTP/1.1 408", text, StringComparison.Ordinal);
        Assert.Contains("SLW-SRV-10002", text, StringComparison.Ordinal);
        Assert.Empty(StoredBlobs.Unfinished(service));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await using var service = await StartAsync();
        using (var client = await StoredBlobs.BeginAsync(service, () => ConnectAsync(service, $"Content-Length: {Limit}")))
        {
            var stream = client.GetStream();
            await stream.WriteAsync(new byte[1000]);
            await StoredBlobs.EndAsync(service, () => client.Client.Shutdown(SocketShutdown.Send));
        }

        Assert.Empty(StoredBlobs.Unfinished(service));
        Assert.Empty(await StoredBlobs.ListAsync(service));
    }

    [Fact]
    public async Task A_body_within_the_limit_is_taken()
    {
        await using var service = await StartAsync();
        var content = new byte[Limit];
        using var put = await SampleApp.PutAsync(service.Admin, SampleApp.Hash(content), content);
        Assert.Equal(System.Net.HttpStatusCode.Created, put.StatusCode);
    }

    private static Task<TestService> StartAsync() => TestService.StartAsync(options => options with { Contents = new RevisionLimits { LargestFile = Limit } });

    private static async Task<TcpClient> ConnectAsync(TestService service, string header)
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", service.Address.Port);
        var head = $"PUT /api/v1/blobs/{Hash} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {service.AdminToken}\r\n{header}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        return client;
    }

    private static Task<string> ReadAsync(TcpClient client) => ReadAsync(client.GetStream());

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        var buffer = new byte[64 * 1024];
        var text = new StringBuilder();
        try
        {
            for (int count; (count = await stream.ReadAsync(buffer)) > 0;)
                text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }
        catch (IOException)
        {
            // Reset after the answer, because bytes were left unread.
        }

        return text.ToString();
    }
}
