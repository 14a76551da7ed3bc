namespace Slipway.Server.Retention;

/// <summary>What a run has removed and found.</summary>
/// <param name="Builds">Builds that ended longer ago than their organisation keeps them.</param>
/// <param name="Revisions">Revisions that nothing was built from for as long.</param>
/// <param name="Uploads">Pieces and artifacts of what was never completed.</param>
/// <param name="Blobs">Contents that no revision names.</param>
/// <param name="Orphans">Objects without a row.</param>
/// <param name="Missing">Rows without an object: what should never be.</param>
internal sealed record RetentionReport(int Builds, int Revisions, int Uploads, int Blobs, int Orphans, IReadOnlyList<string> Missing)
{
    /// <summary>What failed, of which the rest knows nothing.</summary>
    public IReadOnlyList<Exception> Failures { get; init; } = [];

    /// <summary>Was there nothing to do?</summary>
    public bool IsEmpty => Builds + Revisions + Uploads + Blobs + Orphans + Missing.Count == 0;
}
