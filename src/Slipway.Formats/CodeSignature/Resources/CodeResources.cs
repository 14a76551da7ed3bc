using Slipway.Formats.Plist;

namespace Slipway.Formats.CodeSignature.Resources;

/// <summary>
/// The seal over the files of a bundle: <c>_CodeSignature/CodeResources</c>, an XML property list whose hash is part of the
/// signature. Source: apple-oss-distributions/Security, signer.cpp buildResources() and resources.cpp.
/// </summary>
public static class CodeResources
{
    /// <summary>Path of the seal within a bundle.</summary>
    public const string Path = "_CodeSignature/CodeResources";

    /// <summary>Writes the seal of a flat bundle; see <see cref="Build"/>.</summary>
    /// <exception cref="ArgumentException">A path occurs twice or cannot be written in XML, or a hash has a wrong length.</exception>
    public static byte[] Write(IEnumerable<SealedFile> files) => PlistXmlWriter.Write(Build(files));

    /// <summary>
    /// Returns the seal of a flat bundle as a sorted property list. The order of the files has no effect: the same files result in
    /// the same bytes.
    /// </summary>
    /// <param name="files">
    /// Every file of the bundle, Info.plist and the profile included, except the main executable and the seal itself. Programs and
    /// bundles inside are listed as plain files and must be signed already.
    /// </param>
    /// <exception cref="ArgumentException">A path occurs twice, or a hash has a wrong length.</exception>
    public static PlistDictionary Build(IEnumerable<SealedFile> files)
    {
        var sorted = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        if (sorted.Find(file => file.Sha1.Length != 20 || file.Sha256.Length != 32) is { } wrong)
            throw new ArgumentException($"A hash of '{wrong.Path}' has a wrong length", nameof(files));
        return new PlistDictionary(
        [
            new("files", List(sorted, ResourceRules.FlatV1, SealV1)),
            new("files2", List(sorted, ResourceRules.FlatV2, SealV2)),
            new("rules", ResourceRules.FlatV1.ToPlist()),
            new("rules2", ResourceRules.FlatV2.ToPlist()),
        ]);
    }

    private static PlistDictionary List(List<SealedFile> files, ResourceRules rules, Func<SealedFile, bool, PlistValue> seal)
    {
        var listed = new List<KeyValuePair<string, PlistValue>>(files.Count);
        foreach (var file in files)
        {
            if (rules.Find(file.Path) is { IsOmitted: false } rule)
                listed.Add(new(file.Path, seal(file, rule.IsOptional)));
        }

        return new PlistDictionary(listed);
    }

    private static PlistValue SealV1(SealedFile file, bool isOptional)
    {
        var hash = new PlistData(file.Sha1);
        return isOptional ? new PlistDictionary([new("hash", hash), Optional]) : hash;
    }

    private static PlistDictionary SealV2(SealedFile file, bool isOptional)
    {
        var hash = KeyValuePair.Create<string, PlistValue>("hash2", new PlistData(file.Sha256));
        return isOptional ? new PlistDictionary([hash, Optional]) : new PlistDictionary([hash]);
    }

    private static KeyValuePair<string, PlistValue> Optional => new("optional", new PlistBoolean(true));
}

/// <summary>A file of a bundle with the hashes for the seal.</summary>
/// <param name="Path">Path within the bundle, with forward slashes.</param>
/// <param name="Sha1">The 20 bytes of its SHA-1, for the older list.</param>
/// <param name="Sha256">The 32 bytes of its SHA-256.</param>
public sealed record SealedFile(string Path, ReadOnlyMemory<byte> Sha1, ReadOnlyMemory<byte> Sha256);
