using System.Security.Cryptography;
using Slipway.Formats.Ipa;
using Slipway.Formats.Provisioning;
using Slipway.Formats.Zip;

namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>Verifies one package: finds its bundles and verifies each of them.</summary>
internal sealed class IpaRun(ZipReader zip, DateTimeOffset now, List<IpaFinding> all)
{
    private const string Payload = "Payload/";
    private const int MostNested = 512;

    private readonly IpaFindings _findings = new(all, null);
    private readonly Dictionary<string, BundleFile> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _canBeCode = new(StringComparer.Ordinal);
    private readonly List<BundleSignature> _bundles = [];

    public IpaVerification Run()
    {
        foreach (var entry in zip.Entries.Where(e => !e.IsFolder))
            Hash(entry);
        var apps = _files.Keys.Select(AppFolder).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToList();
        if (apps is not [var app])
        {
            _findings.Add(IpaCheck.Structure, apps.Count == 0 ? "there is no app in the archive" : "there is more than one app in the archive");
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
            for (int read, at = 0; (read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0; at += read)
            {
                if (at == 0 && CodeFile.CanBe(buffer.AsSpan(0, Math.Min(read, CodeFile.HeadSize))))
                    _canBeCode.Add(entry.Name);
                sha1.AppendData(buffer, 0, read);
                sha256.AppendData(buffer, 0, read);
            }
        }
        catch (ZipFaultException fault)
        {
            _findings.At(entry.Name).Add(IpaCheck.Zip, fault.Reason);
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
        IReadOnlyList<NestedCode> nested;
        try
        {
            nested = new NestedCodeFinder(app, _files.Keys, _canBeCode.Contains, name => BundleRun.Content(zip, zip.Find(name)!)).Find();
        }
        catch (IpaException broken)
        {
            _findings.At(broken.Entry!).Add(IpaCheck.MachO, broken.Reason);
            return;
        }

        if (nested.Count > MostNested)
            _findings.Add(IpaCheck.Structure, $"more than {MostNested} bundles and libraries are nested in the app; the rest was not verified");
        foreach (var (path, kind) in nested.OrderBy(code => code.Path, StringComparer.Ordinal).Take(MostNested))
        {
            if (kind == NestedCodeKind.Versioned)
                _findings.At(path).Add(IpaCheck.Structure, "the framework has a folder for each version, which iOS does not load");
            else
                Verify(path, isSimulator: false);
        }
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
            findings.Add(IpaCheck.ProfileIntact, "there is no provisioning profile");
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
            findings.Add(IpaCheck.ProfileIntact, broken.Message);
            return null;
        }
    }
}
