using System.Text.Json.Serialization;

namespace Slipway.Protocol.Launches;

/// <summary>An app as it is uploaded: names and hashes; the contents go up separately, once.</summary>
/// <param name="Kind">Folder or archive.</param>
/// <param name="Files">The files, ordered by path (ordinal), each path once.</param>
public sealed record RevisionManifest(RevisionKind Kind, IReadOnlyList<RevisionFile> Files);

/// <summary>A file of a revision.</summary>
/// <param name="Path">Path from the app's folder with forward slashes; for an archive, its file name.</param>
/// <param name="Sha256">Hash of the content in lower-case hexadecimal digits.</param>
/// <param name="Size">Length in bytes.</param>
public sealed record RevisionFile(string Path, string Sha256, long Size);

/// <summary>In which form an app was given.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RevisionKind>))]
public enum RevisionKind
{
    /// <summary>Files of a folder.</summary>
    Folder,

    /// <summary>One file, a zip.</summary>
    Archive,
}
