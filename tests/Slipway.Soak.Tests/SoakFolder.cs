using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Slipway.Soak.Tests;

/// <summary>Files of a soak: keys, tokens, logs and what the members keep.</summary>
internal sealed class SoakFolder : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public SoakFolder()
    {
        VaultKey = System.IO.Path.Combine(Path, "vault.key");
        File.WriteAllText(VaultKey, $"one {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n");
        File.SetUnixFileMode(VaultKey, Private);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("slipway-soak-").FullName;

    public string VaultKey { get; }

    /// <summary>The token that one of the servers printed at its first start.</summary>
    public Task<string> AdministratorTokenAsync(Fleet fleet, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var words = fleet.Members.SelectMany(m => m.Log.Split([' ', '\n', '"', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries));
        return Task.FromResult(words.First(w => w.StartsWith("slw_", StringComparison.Ordinal)));
    }

    /// <summary>A file with a token for workers.</summary>
    public async Task<string> WorkerTokenAsync(HttpClient client, CancellationToken cancellation)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/tokens", new { name = "soak", scopes = new[] { "worker" }, allOrganisations = true }, cancellation);
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation)).GetProperty("token").GetString();
        var file = System.IO.Path.Combine(Path, "worker.token");
        await File.WriteAllTextAsync(file, token + "\n", cancellation);
        File.SetUnixFileMode(file, Private);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
