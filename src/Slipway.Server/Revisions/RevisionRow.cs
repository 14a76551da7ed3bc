namespace Slipway.Server.Revisions;

/// <summary>A revision: an app's files as they were at one time, numbered from 1 in its application.</summary>
internal sealed record RevisionRow(
    string BuildKey, string ApplicationKey, long Revision, string Kind, string ManifestSha256, long FileCount, long TotalSize, long CreatedAt, string CreatedBy);
