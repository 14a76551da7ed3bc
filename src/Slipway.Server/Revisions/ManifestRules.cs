using Slipway.Formats.Names;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Server.Blobs;

namespace Slipway.Server.Revisions;

/// <summary>Validates a manifest before anything is stored for it.</summary>
internal static class ManifestRules
{
    private const int LongestPath = 1024;
    private const int MostProblems = 20;

    /// <summary>Returns all problems, up to a readable number.</summary>
    public static IReadOnlyList<Problem> Check(RevisionManifest manifest, RevisionLimits limits)
    {
        if (manifest.Files.Count > limits.MostFiles)
            return [ServiceProblems.ManifestTooLarge.At("revision.files", $"The revision has {manifest.Files.Count} files; {limits.MostFiles} are allowed.")];
        if (manifest.Files.Count == 0)
            return [ServiceProblems.Invalid.At("revision.files", "The revision has no files.")];
        if (manifest.Kind == RevisionKind.Archive && manifest.Files.Count != 1)
            return [ServiceProblems.Invalid.At("revision.files", "An archive is one file.")];
        return [.. Faults(manifest, limits).Take(MostProblems)];
    }

    private static IEnumerable<Problem> Faults(RevisionManifest manifest, RevisionLimits limits)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var total = 0L;
        foreach (var file in manifest.Files)
        {
            if (FaultOf(file, limits) is { } fault)
            {
                yield return fault;
                continue;
            }

            if (!names.Add(file.Path))
                yield return ServiceProblems.ManifestPath.At(Show(file.Path), "The list has the path twice.");
            total += file.Size;
        }

        foreach (var path in Folders(names).Where(names.Contains))
            yield return ServiceProblems.ManifestPath.At(Show(path), "The path is that of a file and of a folder.");

        if (total > limits.LargestRevision)
            yield return ServiceProblems.ManifestTooLarge.At("revision.files", $"The revision has {total} bytes; {limits.LargestRevision} are allowed.");
    }

    private static Problem? FaultOf(RevisionFile file, RevisionLimits limits)
    {
        if (file.Path.Length > LongestPath)
            return ServiceProblems.ManifestPath.At(Show(file.Path), $"The path is longer than {LongestPath} characters.");
        // Names that only some file systems accept are checked by the build, which knows the platform.
        if ((EntryNames.FindFault(file.Path) ?? TextFault(file.Path)) is { } fault)
            return ServiceProblems.ManifestPath.At(Show(file.Path), $"In the path, {fault}.");
        if (!Sha256Text.IsValid(file.Sha256))
            return ServiceProblems.Malformed.At(Show(file.Path), "The SHA-256 is not 64 hexadecimal digits in lower case.");
        if (file.Size > limits.LargestFile)
            return ServiceProblems.ManifestTooLarge.At(Show(file.Path), $"The file has {file.Size} bytes; {limits.LargestFile} are allowed.");
        return file.Size < 0 ? ServiceProblems.Invalid.At(Show(file.Path), "The size is negative.") : null;
    }

    private static HashSet<string> Folders(HashSet<string> paths)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            for (var slash = path.LastIndexOf('/'); slash > 0 && folders.Add(path[..slash]); slash = path.LastIndexOf('/', slash - 1))
            {
            }
        }

        return folders;
    }

    // Half of a surrogate pair has no UTF-8 encoding, so two such paths could become the same.
    private static string? TextFault(string path)
    {
        if (path.EndsWith('/'))
            return "the name is that of a folder";
        for (var i = 0; i < path.Length; i++)
        {
            if (char.IsHighSurrogate(path[i]) && i + 1 < path.Length && char.IsLowSurrogate(path[i + 1]))
                i++;
            else if (char.IsSurrogate(path[i]))
                return "the name has a character that is not Unicode";
        }

        return null;
    }

    private static string Show(string path) =>
        string.Concat((path.Length > LongestPath ? path[..LongestPath] : path).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : c.ToString()));
}
