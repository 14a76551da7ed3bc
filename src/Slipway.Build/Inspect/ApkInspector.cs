using System.Security.Cryptography;
using Slipway.Build.Read;
using Slipway.Formats;
using Slipway.Formats.ApkSigning;
using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Verification;
using Slipway.Formats.Zip;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Inspect;

/// <summary>Inspects an Android package: everything that is wrong becomes a finding.</summary>
public static class ApkInspector
{
    private const int SmallestSdk = 1;

    /// <summary>Inspects a package.</summary>
    /// <exception cref="ProblemException">The file cannot be read.</exception>
    public static ApkReport Inspect(string path)
    {
        using var stream = Open(path);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Position = 0;
        var findings = new List<PackageFinding>();
        var zip = TryOpen(stream);
        var identity = zip is null ? null : Identity(zip, findings);
        var verification = ApkVerifier.Verify(stream, identity?.MinSdk ?? SmallestSdk);
        findings.AddRange(verification.Issues.Select(i => new PackageFinding(i.IsError, Area(i.Kind), i.Where, i.Text)));
        var dex = zip is null ? [] : Dex(zip, findings);
        return new ApkReport(
            path, stream.Length, sha256, identity, [.. verification.Verified.Order()], verification.Signers, dex, SizeByKind(verification.Entries), findings);
    }

    /// <summary>Returns the identity of a package, with its lowest and target API level.</summary>
    /// <exception cref="ProblemException">The file is not a package.</exception>
    public static AppIdentity Identify(string path)
    {
        using var stream = Open(path);
        var findings = new List<PackageFinding>();
        var zip = TryOpen(stream) ?? throw new ProblemException(GeneralProblems.PackageInvalid.At(path, "The file is not a package: it is not a sound zip archive."));
        return Identity(zip, findings) ?? throw new ProblemException(GeneralProblems.PackageInvalid.At(path, $"The file is not a package: {findings[0].Text}."));
    }

    internal static FileStream Open(string path)
    {
        // Reading a device never ends, and opening a pipe blocks until another process writes to it.
        if (FileProbe.Look(path, followLinks: true).Kind == FileKind.Special)
            throw new ProblemException(FileProblems.Unreadable.At(path, "This is a pipe or a device, not a file.", "Give the path of a file."));
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new ProblemException(AppProblems.NotFound.At(path, "There is no file of this name."), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(FileProblems.Unreadable.At(path, "The file cannot be opened for reading."), e);
        }
    }

    private static ZipReader? TryOpen(FileStream stream)
    {
        try
        {
            return ZipReader.Open(stream, ZipReadLimits.ForPackages);
        }
        catch (MalformedInputException)
        {
            // The verification reports this in detail.
            return null;
        }
    }

    private static AppIdentity? Identity(ZipReader zip, List<PackageFinding> findings)
    {
        try
        {
            if (zip.Find("AndroidManifest.xml") is { } entry)
                return ApkManifestReader.Read(zip.ReadEntry(entry));
            findings.Add(new PackageFinding(true, "manifest", null, "there is no AndroidManifest.xml"));
        }
        catch (MalformedInputException e)
        {
            findings.Add(new PackageFinding(true, "manifest", "AndroidManifest.xml", e.Reason));
        }

        return null;
    }

    private static List<PackagedDex> Dex(ZipReader zip, List<PackageFinding> findings)
    {
        var summaries = new List<PackagedDex>();
        var files = new List<DexFile>();
        foreach (var entry in zip.Entries.Where(e => IsDex(e.Name)))
        {
            try
            {
                var file = DexReader.Read(zip.ReadEntry(entry), entry.Name);
                files.Add(file);
                summaries.Add(new PackagedDex(entry.Name, file.Version, file.Classes.Count, file.Classes.Sum(c => c.Methods.Count), entry.Size));
            }
            catch (MalformedInputException e)
            {
                findings.Add(new PackageFinding(true, "dex", entry.Name, e.Reason));
            }
        }

        findings.AddRange(DexVerifier.Verify(files).Select(f => new PackageFinding(f.Severity == DexSeverity.Error, "dex", Place(f), f.Text)));
        return summaries;
    }

    private static string Place(DexFinding finding) => finding.Member is null ? finding.Type : $"{finding.Type}->{finding.Member}";

    private static bool IsDex(string name) =>
        name.StartsWith("classes", StringComparison.Ordinal) && name.EndsWith(".dex", StringComparison.Ordinal) && !name.Contains('/', StringComparison.Ordinal);

    private static string Area(ApkIssueKind kind) => kind switch
    {
        ApkIssueKind.Zip or ApkIssueKind.EntryBroken => "zip",
        ApkIssueKind.Misaligned => "alignment",
        _ => "signature",
    };

    private static List<(string Kind, long Size, int Files)> SizeByKind(IReadOnlyList<ZipEntry> entries) =>
    [
        .. entries.GroupBy(e => Kind(e.Name), StringComparer.Ordinal)
            .Select(g => (g.Key, g.Sum(e => e.PackedSize), g.Count()))
            .OrderByDescending(k => k.Item2).ThenBy(k => k.Key, StringComparer.Ordinal),
    ];

    private static string Kind(string name) => name switch
    {
        _ when IsDex(name) => "code",
        _ when name.StartsWith("lib/", StringComparison.Ordinal) => "native code",
        _ when name.StartsWith("res/", StringComparison.Ordinal) || name is "resources.arsc" or "AndroidManifest.xml" => "resources",
        _ when name.StartsWith("META-INF/", StringComparison.Ordinal) => "metadata",
        _ when name.StartsWith("assets/www/", StringComparison.Ordinal) => "web files",
        _ when name.StartsWith("assets/", StringComparison.Ordinal) => "assets",
        _ => "other",
    };
}
