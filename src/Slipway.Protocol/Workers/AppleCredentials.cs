namespace Slipway.Protocol.Workers;

/// <summary>Certificate and profile for iOS. They are never written to a disk.</summary>
/// <param name="CertificateName">Name of the certificate in the vault.</param>
/// <param name="Certificate">The bytes of the .p12.</param>
/// <param name="Password">Password of the .p12.</param>
/// <param name="ProfileName">Name of the profile in the vault.</param>
/// <param name="Profile">The bytes of the profile.</param>
public sealed record AppleCredentials(string CertificateName, byte[] Certificate, string Password, string ProfileName, byte[] Profile)
{
    /// <summary>Certificates of the issuers (DER or PEM), if the .p12 does not contain them.</summary>
    public IReadOnlyList<byte[]> Chain { get; init; } = [];

    /// <summary>Returns no secrets.</summary>
    public override string ToString() => CertificateName;
}
