using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Cli.Tests.Serving;

/// <summary>Uploads to a service that is killed between two steps, or whose disk is full.</summary>
public sealed class UploadFaultTests : IDisposable
{
    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(100_000);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("blob.before_rename", 1, 0)]
    [InlineData("blob.before_row", 0, 1)]
    public async Task A_service_that_is_killed_in_an_upload_shows_nothing_of_it_and_takes_it_again(string place, int unfinished, int objects)
    {
        string token;
        await using (var first = ServiceProcess.Start(Arguments, new() { ["SLIPWAY_FAULT"] = place + ":exit" }))
        {
            using var client = await ClientAsync(first);
            token = client.DefaultRequestHeaders.Authorization!.Parameter!;
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => PutAsync(client, Content));
            Assert.NotEqual(0, await first.EndAsync());
        }

        Assert.Equal(unfinished, Files("incoming"));
        Assert.Equal(objects, Files("objects"));
        await using var second = ServiceProcess.Start(Arguments);
        using var again = await ClientAsync(second, token);
        Assert.Equal(HttpStatusCode.NotFound, await HeadAsync(again, Content));
        Assert.Equal(HttpStatusCode.Created, await PutAsync(again, Content));
        Assert.Equal(HttpStatusCode.OK, await HeadAsync(again, Content));
        Assert.Equal(objects + 1, Files("objects"));
    }

    [Fact]
    public async Task A_full_disk_is_said_and_nothing_torn_is_left()
    {
        Directory.CreateDirectory(_folder["data"]);
        await using var service = ServiceProcess.StartMounted($"mount -t tmpfs -o size=16m,mode=700 none '{_folder["data"]}' && exec \"$0\" \"$@\"", Arguments);
        using var client = await ClientAsync(service);
        var large = new byte[30_000_000];
        Assert.Equal(HttpStatusCode.InsufficientStorage, await PutAsync(client, large));
        Assert.Equal(HttpStatusCode.NotFound, await HeadAsync(client, large));
        Assert.Equal(HttpStatusCode.Created, await PutAsync(client, Content));
        Assert.Equal(HttpStatusCode.OK, await HeadAsync(client, Content));
        Assert.Equal(HttpStatusCode.InsufficientStorage, await FillAsync(client));
        using var builds = await client.GetAsync("/api/v1/builds");
        Assert.Equal(HttpStatusCode.OK, builds.StatusCode);
    }

    // Takes all space, first with contents, then with rows.
    private static async Task<HttpStatusCode> FillAsync(HttpClient client)
    {
        foreach (var size in new[] { 1_000_000, 10_000 })
        {
            while (await PutAsync(client, RandomNumberGenerator.GetBytes(size)) == HttpStatusCode.Created)
            {
            }
        }

        for (var i = 0; i < 10_000; i++)
        {
            using var made = await client.PostAsync("/api/v1/environments", new StringContent($$"""{"name":"{{i}}"}""", Encoding.UTF8, "application/json"));
            if (made.StatusCode != HttpStatusCode.Created)
                return made.StatusCode;
        }

        return HttpStatusCode.Created;
    }

    private string[] Arguments => ["serve", "--urls", "http://127.0.0.1:0", "--data", _folder["data"], "--no-worker"];

    private int Files(string name) => Directory.GetFiles(Path.Combine(_folder["data"], "blobs", name), "*", SearchOption.AllDirectories).Length;

    private static async Task<HttpClient> ClientAsync(ServiceProcess service, string? token = null)
    {
        var address = (await service.NextAsync("listening")).GetProperty("urls")[0].GetString()!;
        token ??= (await service.NextAsync("token")).GetProperty("token").GetString();
        return new HttpClient { BaseAddress = new Uri(address), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
    }

    private static async Task<HttpStatusCode> PutAsync(HttpClient client, byte[] content)
    {
        using var answer = await client.PutAsync("/api/v1/blobs/" + Hash(content), new ByteArrayContent(content));
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> HeadAsync(HttpClient client, byte[] content)
    {
        using var message = new HttpRequestMessage(HttpMethod.Head, "/api/v1/blobs/" + Hash(content));
        using var answer = await client.SendAsync(message);
        return answer.StatusCode;
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
