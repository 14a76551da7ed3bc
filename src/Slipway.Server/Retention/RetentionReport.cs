namespace Slipway.Server.Retention;

/// <summary>The results of a clean-up run.</summary>
/// <param name="Builds">Number of builds removed because they were older than the organisation's retention.</param>
/// <param name="Revisions">Number of removed revisions without builds in that time.</param>
/// <param name="Uploads">Number of removed pieces and artifacts that were never completed.</param>
/// <param name="Blobs">Number of removed blobs that no revision names.</param>
/// <param name="Orphans">Number of removed objects without a row.</param>
/// <param name="Missing">Rows without an object, which indicate lost data.</param>
internal sealed record RetentionReport(int Builds, int Revisions, int Uploads, int Blobs, int Orphans, IReadOnlyList<string> Missing)
{
    /// <summary>Failures; the other steps ran nevertheless.</summary>
    public IReadOnlyList<Exception> Failures { get; init; } = [];

    /// <summary>Whether the run removed and found nothing.</summary>
    public bool IsEmpty => Builds + Revisions + Uploads + Blobs + Orphans + Missing.Count == 0;
}
