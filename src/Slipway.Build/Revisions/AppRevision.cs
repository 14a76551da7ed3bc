using Slipway.Protocol.Problems;

namespace Slipway.Build.Revisions;

/// <summary>An app as it is uploaded to be built elsewhere.</summary>
/// <param name="Name">The name that the app has under its icon.</param>
/// <param name="IsNameDerived">Does that name come from the folder or archive, which the other side does not know?</param>
/// <param name="IsArchive">Is it one file, a zip?</param>
/// <param name="Files">What a build reads, ordered by path.</param>
/// <param name="Notices">What was said while the app was read.</param>
public sealed record AppRevision(string Name, bool IsNameDerived, bool IsArchive, IReadOnlyList<RevisionSource> Files, IReadOnlyList<Problem> Notices);
