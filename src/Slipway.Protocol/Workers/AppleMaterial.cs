namespace Slipway.Protocol.Workers;

/// <summary>Key and profile for iOS. They are never written to a disk.</summary>
/// <param name="CertificateName">What its owner calls the .p12.</param>
/// <param name="Certificate">Its bytes.</param>
/// <param name="Password">Its password.</param>
/// <param name="ProfileName">What its owner calls the profile.</param>
/// <param name="Profile">Its bytes.</param>
public sealed record AppleMaterial(string CertificateName, byte[] Certificate, string Password, string ProfileName, byte[] Profile)
{
    /// <summary>Certificates of the issuers, where the .p12 does not hold them; DER or PEM.</summary>
    public IReadOnlyList<byte[]> Chain { get; init; } = [];

    /// <summary>Says nothing of what is inside.</summary>
    public override string ToString() => CertificateName;
}
