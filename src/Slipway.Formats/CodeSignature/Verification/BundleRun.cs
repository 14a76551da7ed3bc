using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.CodeSignature.Reading;
using Slipway.Formats.Ipa;
using Slipway.Formats.MachO;
using Slipway.Formats.Plist;
using Slipway.Formats.Zip;

namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>Verifies one bundle or library.</summary>
/// <param name="zip">The archive.</param>
/// <param name="path">The bundle's folder with a slash at its end, or the library.</param>
/// <param name="files">The files in the folder, by relative path.</param>
/// <param name="now">The time at which certificates must be valid.</param>
/// <param name="findings">Receives the findings.</param>
internal sealed class BundleRun(ZipReader zip, string path, IReadOnlyDictionary<string, BundleFile> files, DateTimeOffset now, IpaFindings findings)
{
    private const long LargestFile = 1 << 30;

    private readonly bool _isLibrary = !path.EndsWith('/');

    /// <exception cref="MalformedInputException">An entry is too large to be verified.</exception>
    public static byte[] Content(ZipReader zip, ZipEntry entry) => entry.Size <= LargestFile
        ? zip.ReadEntry(entry)
        : throw new ZipFaultException(ZipFault.TooLarge, "the entry is too large to be verified", entry.DataOffset, entry.Name);

    public BundleSignature Run(bool isSimulator)
    {
        var nothing = new BundleSignature(path.TrimEnd('/'), null, null, null, []);
        var infoBytes = _isLibrary ? null : Content("Info.plist");
        var info = infoBytes is null ? null : Try(IpaCheck.Structure, () => PlistReader.ReadDictionary(infoBytes));
        if (!_isLibrary && infoBytes is null)
            findings.Add(IpaCheck.Structure, "there is no Info.plist");
        if (!_isLibrary && info is null)
            return nothing;
        var name = _isLibrary ? null : BundleExecutable.NameOf(info, path);
        if (name is not null && !files.ContainsKey(name))
        {
            findings.Add(IpaCheck.Structure, $"the executable '{name}' of the bundle is missing");
            return nothing with { Info = info };
        }

        var file = Content(name ?? "")!;
        var place = Try(IpaCheck.MachO, () => SignaturePlacement.Read(file));
        if (place is null)
            return nothing with { Info = info };
        CheckInfo(info, place, isSimulator);
        return isSimulator ? nothing with { Info = info } : Signed(nothing with { Info = info }, file, place, infoBytes, name ?? "");
    }

    private void CheckInfo(PlistDictionary? info, SignaturePlacement place, bool isSimulator)
    {
        if (isSimulator && place.Platform != MachOBuild.IosSimulator)
            findings.Add(IpaCheck.Structure, "the app is packaged for the simulator, but its executable is not built for it");
        if (!isSimulator && place.Platform == MachOBuild.IosSimulator)
            findings.Add(IpaCheck.Structure, "the executable is for the simulator");
        if (info?.Text("MinimumOSVersion") is { } minimum && place.MinimumOs is { } compiled
            && (!Version.TryParse(minimum.Contains('.', StringComparison.Ordinal) ? minimum : minimum + ".0", out var wanted) || wanted < new Version(compiled.Major, compiled.Minor)))
        {
            findings.Add(IpaCheck.Structure, $"Info.plist allows iOS {minimum}, but the executable requires {compiled.ToString(2)}");
        }
    }

    private BundleSignature Signed(BundleSignature bundle, byte[] file, SignaturePlacement place, byte[]? info, string executable)
    {
        if (place.Offset < 0)
        {
            findings.Add(IpaCheck.MachO, "the executable is not signed");
            return bundle;
        }

        var signature = Try(IpaCheck.CodeDirectory, () => EmbeddedSignature.Read(file.AsMemory((int)place.Offset, (int)place.Size)));
        if (signature is null)
            return bundle;
        var resources = _isLibrary ? null : Content("_CodeSignature/CodeResources");
        var code = new SignedCode(file, place, signature, Memory(info), Memory(resources));
        var entitlements = new SlotCheck(code, findings).Run();
        new CodeDirectoryCheck(code, entitlements, findings).Run();
        if (signature.Cms.IsEmpty)
            findings.Add(IpaCheck.Cms, "there is no CMS signature");
        var chain = signature.Cms.IsEmpty ? [] : new CmsCheck(signature, now, findings).Run();
        CheckNames(bundle.Info, signature, chain);
        if (!_isLibrary)
            CheckSeal(resources, executable);
        return bundle with { Signature = signature, Entitlements = entitlements, Chain = chain };
    }

    private void CheckNames(PlistDictionary? info, EmbeddedSignature signature, IReadOnlyList<X509Certificate2> chain)
    {
        var directory = signature.CodeDirectories[0];
        if (info?.Text("CFBundleIdentifier") is { Length: > 0 } id && id != directory.Identifier)
            findings.Add(IpaCheck.CodeDirectory, $"the code directory names '{directory.Identifier}', but Info.plist names '{id}'");
        var judge = new RequirementJudge(directory, chain);
        var designated = signature.Requirements?.FirstOrDefault(r => r.Type == Requirement.Designated);
        if (designated is not null && chain.Count > 0 && !findings.Has(IpaCheck.RequirementsSlot) && judge.Holds(designated.Expression) == false)
            findings.Add(IpaCheck.RequirementsSlot, $"the designated requirement is not met: {designated.Text}");
        var hasUnit = chain.Count == 0 || chain[0].SubjectName.EnumerateRelativeDistinguishedNames()
            .Any(n => !n.HasMultipleElements && n.GetSingleElementType().Value == "2.5.4.11" && n.GetSingleElementValue() == directory.TeamId);
        if (!hasUnit)
            findings.Add(IpaCheck.CodeDirectory, $"the code directory names team '{directory.TeamId}', but the certificate of the signer belongs to another team");
    }

    private void CheckSeal(byte[]? resources, string executable)
    {
        if (resources is null)
        {
            if (!findings.Has(IpaCheck.ResourcesSlot))
                findings.Add(IpaCheck.ResourcesSlot, "there is no CodeResources");
            return;
        }

        try
        {
            new SealCheck(files, executable, findings).Run(PlistReader.ReadDictionary(resources));
        }
        catch (MalformedInputException broken)
        {
            findings.Add(IpaCheck.ResourcesSlot, broken.Message);
        }
    }

    /// <summary>Returns the content of a file; null when it is missing, or when its data is damaged, which is reported already.</summary>
    private byte[]? Content(string name) => files.ContainsKey(name) ? Content(zip, zip.Find(path + name)!) : null;

    private static ReadOnlyMemory<byte>? Memory(byte[]? bytes) => bytes is null ? default(ReadOnlyMemory<byte>?) : bytes;

    private T? Try<T>(IpaCheck check, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (MalformedInputException broken)
        {
            findings.Add(check, broken.Message);
            return null;
        }
    }
}
