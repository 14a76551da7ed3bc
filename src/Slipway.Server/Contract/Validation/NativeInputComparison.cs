using Slipway.Protocol.Launches;

namespace Slipway.Server.Contract.Validation;

/// <summary>
/// Compares the files that determine the native part of two revisions. Web files are ignored, because they can be updated without
/// a new package.
/// </summary>
internal static class NativeInputComparison
{
    private static readonly string[] Settings = ["config.xml", "capacitor.config.json", "manifest.json", "manifest.webmanifest"];

    /// <summary>Returns the differences as sentences.</summary>
    /// <param name="before">The files of the existing package.</param>
    /// <param name="now">The files of a new package.</param>
    /// <param name="inputs">The files that determined the native part of the existing package.</param>
    public static IEnumerable<string> Compare(RevisionManifest before, RevisionManifest now, IReadOnlyList<string> inputs)
    {
        var (old, young) = (Hashes(before), Hashes(now));
        if (before.Kind == RevisionKind.Archive || now.Kind == RevisionKind.Archive)
        {
            if (!old.OrderBy(f => f.Key, StringComparer.Ordinal).SequenceEqual(young.OrderBy(f => f.Key, StringComparer.Ordinal)))
                yield return "The archive has changed, and the service does not compare the contents of archives.";
            yield break;
        }

        foreach (var path in inputs.Where(old.ContainsKey).Order(StringComparer.Ordinal))
        {
            if (!young.TryGetValue(path, out var hash))
                yield return $"{path} is gone.";
            else if (hash != old[path])
                yield return $"{path} has changed.";
        }

        foreach (var path in young.Keys.Where(path => !old.ContainsKey(path) && Settings.Contains(path[(path.LastIndexOf('/') + 1)..])).Order(StringComparer.Ordinal))
            yield return $"{path} is new.";
    }

    private static Dictionary<string, string> Hashes(RevisionManifest manifest) => manifest.Files.ToDictionary(f => f.Path, f => f.Sha256, StringComparer.Ordinal);
}
