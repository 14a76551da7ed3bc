using Slipway.Formats.CodeSignature.Verification;

namespace Slipway.Build.Inspect.Ios;

/// <summary>What is in a package for iOS and what is wrong with it.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash of the file in hexadecimal digits.</param>
/// <param name="Verification">Signatures, profile and findings.</param>
/// <param name="SizeByKind">Packed bytes by kind of file, the largest first.</param>
public sealed record IosPackageReport(
    string Path, long Size, string Sha256, IpaVerification Verification, IReadOnlyList<(string Kind, long Size, int Files)> SizeByKind)
{
    /// <summary>Nothing is wrong.</summary>
    public bool IsValid => Verification.IsValid;
}
