using Slipway.Formats.CodeSignature.Verification;

namespace Slipway.Build.Inspect.Ios;

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
