namespace Slipway.Protocol.Launches;

/// <summary>An app as it is uploaded: names and hashes; the contents go up separately, once.</summary>
/// <param name="Kind">Folder or archive.</param>
/// <param name="Files">The files, ordered by path (ordinal), each path once.</param>
public sealed record RevisionManifest(RevisionKind Kind, IReadOnlyList<RevisionFile> Files);
