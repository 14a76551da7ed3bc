using Slipway.Protocol.Problems;

namespace Slipway.Build.Revisions;

/// <summary>An app as it is uploaded to the service.</summary>
/// <param name="Name">The name that the app has under its icon.</param>
/// <param name="IsNameDerived">Whether the name comes from the folder or archive, whose name the service does not know.</param>
/// <param name="IsArchive">Whether the app is a zip, uploaded as one file.</param>
/// <param name="Files">The files that a build reads, ordered by path.</param>
/// <param name="Notices">Warnings and notices from reading the app.</param>
public sealed record AppRevision(string Name, bool IsNameDerived, bool IsArchive, IReadOnlyList<RevisionSource> Files, IReadOnlyList<Problem> Notices);

/// <summary>A file of an app that can be uploaded.</summary>
/// <param name="Path">Path within the app as given; for an archive, its file name.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal digits.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Open">Opens the content; may be called from several threads. The stream can seek.</param>
public sealed record RevisionSource(string Path, string Sha256, long Size, Func<Stream> Open);
