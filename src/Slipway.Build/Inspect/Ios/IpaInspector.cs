using System.Security.Cryptography;
using Slipway.Formats;
using Slipway.Formats.CodeSignature.Verification;
using Slipway.Formats.Zip;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Inspect.Ios;

/// <summary>Inspects an iOS package: everything that is wrong becomes a finding.</summary>
public static class IpaInspector
{
    /// <summary>Returns whether a file is an iOS package, sound or not: whether it contains a bundle, or its name ends like one.</summary>
    /// <exception cref="ProblemException">The file cannot be read.</exception>
    public static bool IsForIos(string path)
    {
        using var stream = ApkInspector.Open(path);
        try
        {
            var entries = ZipReader.Open(stream, ZipReadLimits.ForPackages).Entries;
            // A file that Android devices would install is inspected as an Android package, whatever else it contains.
            return entries.Any(entry => IsInBundle(entry.Name)) && entries.All(entry => entry.Name != "AndroidManifest.xml");
        }
        catch (MalformedInputException)
        {
            return path.EndsWith(".ipa", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Inspects a package.</summary>
    /// <param name="path">The package.</param>
    /// <param name="now">The time at which certificates and profiles must be valid.</param>
    /// <exception cref="ProblemException">The file cannot be read.</exception>
    public static IpaReport Inspect(string path, DateTimeOffset now)
    {
        using var stream = ApkInspector.Open(path);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Position = 0;
        var verification = IpaVerifier.Verify(stream, now);
        return new IpaReport(path, stream.Length, sha256, verification, SizeByKind(verification.Entries));
    }

    // Payload/Name.app/file, or Name.app/file for the simulator.
    private static bool IsInBundle(string name)
    {
        var parts = name.Split('/', 4);
        var bundle = parts[0] == "Payload" ? 1 : 0;
        return parts.Length > bundle + 1 && parts[bundle].EndsWith(".app", StringComparison.Ordinal);
    }

    private static List<(string Kind, long Size, int Files)> SizeByKind(IReadOnlyList<ZipEntry> entries) =>
    [
        .. entries.GroupBy(entry => Kind(InBundle(entry.Name)), StringComparer.Ordinal)
            .Select(kind => (kind.Key, kind.Sum(entry => entry.PackedSize), kind.Count()))
            .OrderByDescending(kind => kind.Item2).ThenBy(kind => kind.Key, StringComparer.Ordinal),
    ];

    private static string InBundle(string name)
    {
        var end = name.IndexOf(".app/", StringComparison.Ordinal);
        return end < 0 ? name : name[(end + 5)..];
    }

    private static string Kind(string name) => name switch
    {
        _ when name.StartsWith("www/", StringComparison.Ordinal) => "web files",
        _ when name.StartsWith("Frameworks/", StringComparison.Ordinal) => "frameworks",
        _ when name.StartsWith("PlugIns/", StringComparison.Ordinal) => "extensions",
        _ when name.StartsWith("_CodeSignature/", StringComparison.Ordinal) || name == "embedded.mobileprovision" => "signature",
        _ when name.EndsWith(".png", StringComparison.Ordinal) || name == "Assets.car" => "pictures",
        _ when !name.Contains('.', StringComparison.Ordinal) && !name.Contains('/', StringComparison.Ordinal) && name != "PkgInfo" => "code",
        _ => "other",
    };
}

/// <summary>The content of an iOS package and what is wrong with it.</summary>
/// <param name="Path">Path of the package.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Sha256">Hash of the file in hexadecimal digits.</param>
/// <param name="Verification">Signatures, profile and findings.</param>
/// <param name="SizeByKind">Packed bytes by kind of file, the largest first.</param>
public sealed record IpaReport(
    string Path, long Size, string Sha256, IpaVerification Verification, IReadOnlyList<(string Kind, long Size, int Files)> SizeByKind)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsValid => Verification.IsValid;
}
