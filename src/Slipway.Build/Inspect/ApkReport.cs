using Slipway.Formats.ApkSigning;

namespace Slipway.Build.Inspect;

/// <summary>The content of an Android package and what is wrong with it.</summary>
/// <param name="Path">Path of the package.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Sha256">Hash of the file in hexadecimal digits.</param>
/// <param name="Identity">What the manifest declares; null when it is missing or cannot be read.</param>
/// <param name="Schemes">Signature schemes that verify.</param>
/// <param name="Signers">The signers.</param>
/// <param name="Dex">Its DEX files.</param>
/// <param name="SizeByKind">Packed bytes by kind of file, the largest first.</param>
/// <param name="Findings">What is wrong.</param>
public sealed record ApkReport(
    string Path,
    long Size,
    string Sha256,
    AppIdentity? Identity,
    IReadOnlyList<ApkScheme> Schemes,
    IReadOnlyList<ApkSigner> Signers,
    IReadOnlyList<PackagedDex> Dex,
    IReadOnlyList<(string Kind, long Size, int Files)> SizeByKind,
    IReadOnlyList<PackageFinding> Findings)
{
    /// <summary>True when devices accept it.</summary>
    public bool IsValid => !Findings.Any(f => f.IsError);
}
