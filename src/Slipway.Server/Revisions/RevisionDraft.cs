using Slipway.Protocol.Launches;

namespace Slipway.Server.Revisions;

/// <summary>Files that may become a revision.</summary>
/// <param name="Manifest">The files.</param>
/// <param name="ManifestSha256">Hash of the manifest as it is stored.</param>
/// <param name="Missing">Missing blobs.</param>
internal sealed record RevisionDraft(RevisionManifest Manifest, string ManifestSha256, IReadOnlyList<string> Missing)
{
    /// <summary>All blobs that the revision needs: the files and the manifest.</summary>
    public IReadOnlyCollection<string> Hashes { get; } = [.. Manifest.Files.Select(file => file.Sha256).Append(ManifestSha256).Distinct(StringComparer.Ordinal)];

    /// <summary>The row, without its id and number.</summary>
    public RevisionRow ToRow(string application, string actor) =>
        new("", application, 0, Manifest.Kind.ToString(), ManifestSha256, Manifest.Files.Count, Manifest.Files.Sum(file => file.Size), 0, actor);
}
