using System.Text.Json;
using Slipway.Protocol.Launches;
using Slipway.Server.Blobs;

namespace Slipway.Server.Revisions;

/// <summary>Serialises manifests for the blob store. The same files always give the same bytes.</summary>
internal sealed record ManifestBytes(byte[] Bytes, string Sha256)
{
    /// <summary>Writes a manifest, ordered by path.</summary>
    public static ManifestBytes Of(RevisionManifest manifest)
    {
        var ordered = manifest with { Files = [.. manifest.Files.OrderBy(file => file.Path, StringComparer.Ordinal)] };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(ordered, JsonSerializerOptions.Web);
        return new ManifestBytes(bytes, Sha256Text.Of(bytes));
    }

    /// <summary>Reads what <see cref="Of"/> wrote.</summary>
    public static async Task<RevisionManifest> ReadAsync(Stream stream, CancellationToken cancellation) =>
        await JsonSerializer.DeserializeAsync<RevisionManifest>(stream, JsonSerializerOptions.Web, cancellation) ?? throw new InvalidDataException("A manifest is empty.");
}
