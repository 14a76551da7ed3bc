namespace Slipway.Server.Revisions;

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
