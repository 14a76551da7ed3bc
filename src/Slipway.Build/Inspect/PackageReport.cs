using Slipway.Formats.ApkSigning;

namespace Slipway.Build.Inspect;

/// <summary>What is in a package and what is wrong with it.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash of the file in hexadecimal digits.</param>
/// <param name="Identity">What the manifest says; null when there is none that can be read.</param>
/// <param name="Schemes">Signature schemes that hold.</param>
/// <param name="Signers">Who signed it.</param>
/// <param name="Dex">Its DEX files.</param>
/// <param name="SizeByKind">Packed bytes by kind of file, the largest first.</param>
/// <param name="Findings">What is wrong.</param>
public sealed record PackageReport(
    string Path,
    long Size,
    string Sha256,
    AppIdentity? Identity,
    IReadOnlyList<ApkScheme> Schemes,
    IReadOnlyList<ApkSigner> Signers,
    IReadOnlyList<DexSummary> Dex,
    IReadOnlyList<(string Kind, long Size, int Files)> SizeByKind,
    IReadOnlyList<PackageFinding> Findings)
{
    /// <summary>Devices accept it.</summary>
    public bool IsValid => !Findings.Any(f => f.IsError);
}
