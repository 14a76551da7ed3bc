using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;

namespace Slipway.Server.Tests.Launches;

/// <summary>A small app as a client has it: files with their contents.</summary>
internal sealed class SampleApp
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public SampleApp(params (string Path, string Content)[] files)
    {
        foreach (var (path, content) in files.Length > 0 ? files : [("index.html", "<h1>Notes</h1>"), ("js/app.js", "console.log(1)")])
            _files[path] = Encoding.UTF8.GetBytes(content);
    }

    public RevisionManifest Manifest => new(RevisionKind.Folder, [.. _files.Select(file => new RevisionFile(file.Key, Hash(file.Value), file.Value.Length))]);

    public LaunchRequest Request => new() { Application = "Notes", Platforms = [MobilePlatform.Android], Revision = Manifest };

    public byte[] Content(string sha256) => _files.Values.First(content => Hash(content) == sha256);

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static Task<HttpResponseMessage> PutAsync(HttpClient client, string sha256, byte[] content)
    {
        var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return client.PutAsync($"/api/v1/blobs/{sha256}", body);
    }

    /// <summary>Uploads what is missing and launches.</summary>
    public async Task<LaunchAnswer> LaunchAsync(HttpClient client, LaunchRequest? request = null)
    {
        var answer = await SendAsync(client, request ?? Request);
        foreach (var hash in answer.Missing)
        {
            using var put = await PutAsync(client, hash, Content(hash));
            put.EnsureSuccessStatusCode();
        }

        return answer.State == "Started" ? answer : await SendAsync(client, request ?? Request);
    }

    public static async Task<LaunchAnswer> SendAsync(HttpClient client, LaunchRequest request)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/launches", request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<LaunchAnswer>())!;
    }
}
