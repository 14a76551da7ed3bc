using Slipway.Protocol.Launches;

namespace Slipway.Server.Revisions;

/// <summary>A revision: an app's files as they were at one time, numbered from 1 in its application.</summary>
internal sealed record RevisionRow(
    string BuildKey, string ApplicationKey, long Revision, string Kind, string ManifestSha256, long FileCount, long TotalSize, long CreatedAt, string CreatedBy);

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

/// <summary>A revision in answers of the API.</summary>
/// <param name="BuildKey">Id.</param>
/// <param name="Revision">Number within the application.</param>
/// <param name="Kind">Folder or Archive.</param>
/// <param name="FileCount">Number of files.</param>
/// <param name="TotalSize">Size of all files in bytes.</param>
/// <param name="CreatedAt">When it was launched first.</param>
/// <param name="CreatedBy">Who launched it.</param>
internal sealed record RevisionDescription(Guid BuildKey, long Revision, string Kind, long FileCount, long TotalSize, DateTimeOffset CreatedAt, string CreatedBy)
{
    public static RevisionDescription Of(RevisionRow row) =>
        new(Guid.Parse(row.BuildKey), row.Revision, row.Kind, row.FileCount, row.TotalSize, DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt), row.CreatedBy);
}
