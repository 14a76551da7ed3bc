using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Slipway.Soak.Tests;

/// <summary>A customer that launches builds and never gives up: whatever breaks, the same request is sent again under the same idempotency key.</summary>
/// <param name="client">Calls the service with a token.</param>
internal sealed class Load(HttpClient client)
{
    private const string Page = "<!doctype html><title>Soak</title><h1>Soak</h1>";
    private static readonly string PageHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Page)));

    private int _repeated;

    /// <summary>Builds that were launched: number of the launch to id of the build.</summary>
    public ConcurrentDictionary<int, Guid> Launched { get; } = new();

    /// <summary>Requests that had to be sent again.</summary>
    public int Repeated => _repeated;

    public async Task LaunchAsync(int number, CancellationToken cancellation)
    {
        var request = new
        {
            application = "Soak",
            platforms = new[] { "Android" },
            type = "debug",
            options = new { id = "dev.slipway.soak", name = "Soak", versionName = "1.0.0", versionCode = (number + 1).ToString() },
            revision = new { kind = "Folder", files = new[] { new { path = "index.html", sha256 = PageHash, size = Encoding.UTF8.GetByteCount(Page) } } },
        };
        while (true)
        {
            var answer = await SendAsync(() => new HttpRequestMessage(HttpMethod.Post, "/api/v1/launches") { Content = JsonContent.Create(request), Headers = { { "Idempotency-Key", $"soak-{number}" } } }, cancellation);
            if (answer.GetProperty("state").GetString() == "Started")
            {
                Launched[number] = answer.GetProperty("builds")[0].GetProperty("key").GetGuid();
                return;
            }

            await SendAsync(() => new HttpRequestMessage(HttpMethod.Put, "/api/v1/blobs/" + PageHash) { Content = new StringContent(Page) }, cancellation);
        }
    }

    /// <summary>The description of a build.</summary>
    public Task<JsonElement> DescribeAsync(Guid build, CancellationToken cancellation) =>
        SendAsync(() => new HttpRequestMessage(HttpMethod.Get, $"/api/v1/builds/{build}"), cancellation);

    /// <summary>The bytes behind a link.</summary>
    public async Task<byte[]> DownloadAsync(string url, CancellationToken cancellation)
    {
        using var answer = await TryAsync(() => new HttpRequestMessage(HttpMethod.Get, url), cancellation);
        return await answer.Content.ReadAsByteArrayAsync(cancellation);
    }

    private async Task<JsonElement> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        using var answer = await TryAsync(make, cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }

    private async Task<HttpResponseMessage> TryAsync(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                using var request = make();
                var answer = await client.SendAsync(request, cancellation);
                if (answer.IsSuccessStatusCode)
                    return answer;
                var body = await answer.Content.ReadAsStringAsync(cancellation);
                answer.Dispose();
                Assert.True(answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.TooManyRequests, $"{(int)answer.StatusCode} {body}");
            }
            catch (HttpRequestException)
            {
                // A server was killed in the middle.
            }

            Interlocked.Increment(ref _repeated);
            await Task.Delay(100, cancellation);
        }
    }
}
