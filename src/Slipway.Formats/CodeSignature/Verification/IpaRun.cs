using System.Security.Cryptography;
using Slipway.Formats.Provisioning;
using Slipway.Formats.Zip;

namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>One verification of a package: finds the bundles in it and verifies each.</summary>
internal sealed class IpaRun(ZipReader zip, DateTimeOffset now, List<IpaFinding> all)
{
    private const string Payload = "Payload/";
    private const int MostNested = 64;

    private readonly Findings _findings = new(all, null);
    private readonly Dictionary<string, BundleFile> _files = new(StringComparer.Ordinal);
    private readonly List<BundleSignature> _bundles = [];

    public IpaVerification Run()
    {
        foreach (var entry in zip.Entries.Where(e => !e.IsFolder))
            Hash(entry);
        var apps = _files.Keys.Select(AppFolder).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToList();
        if (apps is not [var app])
        {
            _findings.Add(Check.Structure, apps.Count == 0 ? "there is no app in the archive" : "there is more than one app in the archive");
            return new IpaVerification([], null, zip.Entries, IsSimulator: false, all);
        }

        var isSimulator = !app.StartsWith(Payload, StringComparison.Ordinal);
        Verify(app, isSimulator);
        if (!isSimulator)
            VerifyNested(app);
        return new IpaVerification(_bundles, isSimulator ? null : VerifyProfile(app), zip.Entries, isSimulator, all);
    }

    private void Hash(ZipEntry entry)
    {
        using var sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        try
        {
            using var content = zip.OpenEntry(entry);
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                sha1.AppendData(buffer, 0, read);
                sha256.AppendData(buffer, 0, read);
            }
        }
        catch (ZipFaultException fault)
        {
            _findings.At(entry.Name).Add(Check.Zip, fault.Reason);
            return;
        }

        _files[entry.Name] = new BundleFile(sha1.GetHashAndReset(), sha256.GetHashAndReset());
    }

    /// <summary><c>Payload/X.app/</c>, or <c>X.app/</c> for the simulator.</summary>
    private static string? AppFolder(string name)
    {
        var start = name.StartsWith(Payload, StringComparison.Ordinal) ? Payload.Length : 0;
        var end = name.IndexOf('/', start) + 1;
        return end > 0 && name.AsSpan(start, end - start).EndsWith(".app/") ? name[..end] : null;
    }

    private void VerifyNested(string app)
    {
        var folders = _files.Keys.Where(n => n.Length > app.Length && n.StartsWith(app, StringComparison.Ordinal) && n.EndsWith("/Info.plist", StringComparison.Ordinal))
            .Select(n => n[..^"Info.plist".Length])
            .Where(f => f != app && (f.EndsWith(".framework/", StringComparison.Ordinal) || f.EndsWith(".appex/", StringComparison.Ordinal) || f.EndsWith(".app/", StringComparison.Ordinal)));
        var libraries = _files.Keys.Where(n => n.StartsWith(app, StringComparison.Ordinal) && n.EndsWith(".dylib", StringComparison.Ordinal));
        var nested = folders.Concat(libraries).Order(StringComparer.Ordinal).Take(MostNested + 1).ToList();
        if (nested.Count > MostNested)
            _findings.Add(Check.Structure, $"more than {MostNested} bundles and libraries are nested in the app; the rest was not verified");
        foreach (var path in nested.Take(MostNested))
            Verify(path, isSimulator: false);
    }

    private void Verify(string path, bool isSimulator)
    {
        var inside = _files.Where(f => f.Key.StartsWith(path, StringComparison.Ordinal)).ToDictionary(f => f.Key[path.Length..], f => f.Value, StringComparer.Ordinal);
        _bundles.Add(new BundleRun(zip, path, inside, now, _findings.At(path)).Run(isSimulator));
    }

    private ProvisioningProfile? VerifyProfile(string app)
    {
        var findings = _findings.At(app + "embedded.mobileprovision");
        if (zip.Find(app + "embedded.mobileprovision") is not { } entry || !_files.ContainsKey(entry.Name))
        {
            findings.Add(Check.ProfileIntact, "there is no provisioning profile");
            return null;
        }

        try
        {
            var profile = ProfileReader.Read(BundleRun.Content(zip, entry));
            new ProfileCheck(profile, _bundles[0], now, findings).Run();
            return profile;
        }
        catch (MalformedInputException broken)
        {
            findings.Add(Check.ProfileIntact, broken.Message);
            return null;
        }
    }
}
