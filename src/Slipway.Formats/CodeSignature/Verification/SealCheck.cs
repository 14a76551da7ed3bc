using Slipway.Formats.CodeSignature.Resources;
using Slipway.Formats.Plist;

namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>
/// Compares the files of a bundle with CodeResources by its own rules, both in the old list (SHA-1) and in the new one. A file with
/// the same fault in both lists is reported once.
/// </summary>
/// <param name="files">The files, by path in the bundle.</param>
/// <param name="executable">Path of the executable, which its own signature protects.</param>
/// <param name="findings">Receives the findings.</param>
internal sealed class SealCheck(IReadOnlyDictionary<string, BundleFile> files, string executable, IpaFindings findings)
{
    private readonly HashSet<(IpaCheck Check, string Path)> _told = [];

    public void Run(PlistDictionary resources)
    {
        Compare(resources, "files", "rules", ResourceRules.FlatV1);
        Compare(resources, "files2", "rules2", ResourceRules.FlatV2);
    }

    private void Compare(PlistDictionary resources, string list, string rulesKey, ResourceRules standard)
    {
        if (!resources.TryGet<PlistDictionary>(list, out var seals))
        {
            findings.Add(IpaCheck.ResourcesMissing, $"CodeResources has no list '{list}'");
            return;
        }

        foreach (var (path, seal) in seals)
        {
            if (!files.TryGetValue(path, out var file))
                Tell(IpaCheck.ResourcesMissing, path, (seal as PlistDictionary)?.Boolean("optional") is true ? null : "is sealed but missing");
            else
                Tell(IpaCheck.ResourcesChanged, path, IsSame(seal, file) ? null : "was changed after it was sealed");
        }

        var rules = resources.TryGet<PlistDictionary>(rulesKey, out var own) ? ResourceRules.Read(own) : standard;
        foreach (var path in files.Keys.Where(p => p != executable && !p.StartsWith("_CodeSignature/", StringComparison.Ordinal)))
        {
            if (seals[path] is null && rules.Find(path) is { IsOmitted: false })
                Tell(IpaCheck.ResourcesExtra, path, "is not sealed");
        }
    }

    private void Tell(IpaCheck check, string path, string? what)
    {
        if (what is not null && _told.Add((check, path)))
            findings.Add(check, $"'{path}' {what}");
    }

    private static bool IsSame(PlistValue seal, BundleFile file)
    {
        if (seal is PlistData data)
            return data.Value.Span.SequenceEqual(file.Sha1);
        if (seal is not PlistDictionary hashes)
            return false;
        var sha1 = (hashes["hash"] as PlistData)?.Value;
        var sha256 = (hashes["hash2"] as PlistData)?.Value;
        return (sha1 is not null || sha256 is not null)
            && (sha1 is null || sha1.Value.Span.SequenceEqual(file.Sha1))
            && (sha256 is null || sha256.Value.Span.SequenceEqual(file.Sha256));
    }
}

/// <summary>Hashes of a file of a bundle.</summary>
/// <param name="Sha1">SHA-1.</param>
/// <param name="Sha256">SHA-256.</param>
internal sealed record BundleFile(byte[] Sha1, byte[] Sha256);
