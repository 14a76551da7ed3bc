using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Slipway.Cli.Tests.Serving;

/// <summary>The service by plain HTTP, as a stranger's program would use it.</summary>
internal sealed class ServiceApi : IDisposable
{
    private readonly HttpClient _client;

    public ServiceApi(Uri address, string token)
    {
        Token = token;
        _client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public string Token { get; }

    /// <summary>Uploads the files of a folder that are missing, and starts a build; gives its key.</summary>
    public async Task<Guid> LaunchAsync(string folder, string platform = "Android")
    {
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => (Path: Path.GetRelativePath(folder, f), Content: File.ReadAllBytes(f)))
            .Select(f => (f.Path, f.Content, Hash: Convert.ToHexStringLower(SHA256.HashData(f.Content))))
            .OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        var request = new
        {
            application = Path.GetFileName(folder),
            platforms = new[] { platform },
            revision = new { kind = "Folder", files = files.Select(f => new { path = f.Path, sha256 = f.Hash, size = f.Content.Length }) },
        };
        var answer = await PostAsync("/api/v1/launches", request);
        foreach (var missing in answer.GetProperty("missing").EnumerateArray().Select(m => m.GetString()).ToList())
            await EnsureAsync(await _client.PutAsync(Relative($"/api/v1/blobs/{missing}"), new ByteArrayContent(files.First(f => f.Hash == missing).Content)));
        if (answer.GetProperty("state").GetString() == "Incomplete")
            answer = await PostAsync("/api/v1/launches", request);
        return answer.GetProperty("builds")[0].GetProperty("key").GetGuid();
    }

    /// <summary>Follows a build to its end; gives its description.</summary>
    public async Task<JsonElement> EndAsync(Guid build)
    {
        while (!await EventAsync(build, "end"))
        {
            // The stream may be cut; it goes on where somebody asks again.
        }

        return await ShowAsync(build);
    }

    /// <summary>Waits for the first line of a build's log.</summary>
    public async Task LineAsync(Guid build) => Assert.True(await EventAsync(build, "message"));

    public async Task<JsonElement> ShowAsync(Guid build) => JsonDocument.Parse(await _client.GetStringAsync(Relative($"/api/v1/builds/{build}"))).RootElement;

    public Task<string> LogAsync(Guid build) => _client.GetStringAsync(Relative($"/api/v1/builds/{build}/log"));

    public async Task<HttpStatusCode> CancelAsync(Guid build)
    {
        using var answer = await _client.PostAsync(Relative($"/api/v1/builds/{build}/cancel"), null);
        return answer.StatusCode;
    }

    /// <summary>Downloads the one artifact of a build by its link, without a token.</summary>
    public async Task<byte[]> DownloadAsync(JsonElement build)
    {
        var artifact = Assert.Single(build.GetProperty("artifacts").EnumerateArray());
        using var anybody = new HttpClient();
        var content = await anybody.GetByteArrayAsync(new Uri(_client.BaseAddress!, artifact.GetProperty("url").GetString()));
        Assert.Equal(artifact.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(content)));
        return content;
    }

    /// <summary>Makes a token for a worker.</summary>
    public async Task<string> WorkerTokenAsync() =>
        (await PostAsync("/api/v1/tokens", new { name = $"worker {Guid.NewGuid():N}", scopes = new[] { "worker" }, allOrganisations = true })).GetProperty("token").GetString()!;

    public void Dispose() => _client.Dispose();

    private static Uri Relative(string address) => new(address, UriKind.Relative);

    private static async Task<string> EnsureAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var body = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {body}");
            return body;
        }
    }

    private async Task<bool> EventAsync(Guid build, string name)
    {
        await using var stream = await _client.GetStreamAsync(Relative($"/api/v1/builds/{build}/events"));
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == "event: " + name)
                return true;
        }

        return false;
    }

    private async Task<JsonElement> PostAsync<T>(string address, T body) => JsonDocument.Parse(await EnsureAsync(await _client.PostAsJsonAsync(Relative(address), body))).RootElement;
}
