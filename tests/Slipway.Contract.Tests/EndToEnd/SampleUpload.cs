using System.Net.Http.Json;
using System.Security.Cryptography;
using Slipway.Protocol.Launches;

namespace Slipway.Contract.Tests.EndToEnd;

/// <summary>Uploads the sample as a revision: its list first, then what the service lacks.</summary>
internal static class SampleUpload
{
    public static async Task<LaunchAnswer> SendAsync(HttpClient http, Func<string, byte[], byte[]>? change = null)
    {
        var folder = Path.Combine(Repository.Root, "samples", "field-notes");
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(folder, path), Content: File.ReadAllBytes(path)))
            .Select(file => file with { Content = change?.Invoke(file.Path, file.Content) ?? file.Content })
            .OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        var manifest = new RevisionManifest(RevisionKind.Folder, [.. files.Select(file => new RevisionFile(file.Path, Hash(file.Content), file.Content.Length))]);
        var request = new LaunchRequest { Application = "Field notes", Platforms = [], Revision = manifest };
        var answer = await LaunchAsync(http, request);
        foreach (var missing in answer.Missing)
        {
            using var content = new ByteArrayContent(files.First(file => Hash(file.Content) == missing).Content);
            using var put = await http.PutAsync($"/api/v1/blobs/{missing}", content, TestContext.Current.CancellationToken);
            put.EnsureSuccessStatusCode();
        }

        return answer.Missing.Count == 0 ? answer : await LaunchAsync(http, request);
    }

    private static async Task<LaunchAnswer> LaunchAsync(HttpClient http, LaunchRequest request)
    {
        using var answer = await http.PostAsJsonAsync("/api/v1/launches", request, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (await answer.Content.ReadFromJsonAsync<LaunchAnswer>(TestContext.Current.CancellationToken))!;
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
