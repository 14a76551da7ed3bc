using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Slipway.Bench;

/// <summary>An app that is launched repeatedly by a client that already knows the hashes of its files.</summary>
internal sealed class SubmittedApp
{
    private readonly HttpClient _client;
    private readonly Dictionary<string, byte[]> _contents = [];
    private readonly object _launch;

    public SubmittedApp(HttpClient client, string folder)
    {
        _client = client;
        var files = new List<object>();
        foreach (var path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var content = File.ReadAllBytes(path);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
            _contents[sha256] = content;
            files.Add(new { path = Path.GetRelativePath(folder, path), sha256, size = content.Length });
        }

        _launch = new { application = "bench", platforms = new[] { "Android" }, revision = new { kind = "Folder", files } };
    }

    /// <summary>Launches, follows to the end, and downloads the package.</summary>
    public async Task BuildAsync()
    {
        var launched = await LaunchAsync();
        if (launched.GetProperty("state").GetString() == "Incomplete")
        {
            foreach (var missing in launched.GetProperty("missing").EnumerateArray().Select(m => m.GetString()!))
                (await _client.PutAsync(new Uri($"/api/v1/blobs/{missing}", UriKind.Relative), new ByteArrayContent(_contents[missing]))).EnsureSuccessStatusCode();
            launched = await LaunchAsync();
        }

        var build = await EndAsync(launched.GetProperty("builds")[0].GetProperty("key").GetGuid());
        if (build.GetProperty("status").GetString() != "Finished")
            throw new InvalidOperationException(build.ToString());
        await _client.GetByteArrayAsync(new Uri(build.GetProperty("artifacts")[0].GetProperty("url").GetString()!, UriKind.RelativeOrAbsolute));
    }

    private async Task<JsonElement> LaunchAsync()
    {
        using var answer = await _client.PostAsJsonAsync(new Uri("/api/v1/launches", UriKind.Relative), _launch);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<JsonElement> EndAsync(Guid key)
    {
        await using var stream = await _client.GetStreamAsync(new Uri($"/api/v1/builds/{key}/events", UriKind.Relative));
        using var reader = new StreamReader(stream);
        var isLast = false;
        while (await reader.ReadLineAsync() is { } line)
        {
            const string data = "data: ";
            isLast |= line == "event: end";
            if (isLast && line.StartsWith(data, StringComparison.Ordinal))
                return JsonDocument.Parse(line[data.Length..]).RootElement;
        }

        throw new EndOfStreamException("The events end before the build does.");
    }
}
