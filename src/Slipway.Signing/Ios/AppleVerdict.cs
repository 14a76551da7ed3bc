using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Provisioning;
using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios;

/// <summary>The result of checking Apple's credentials without an app.</summary>
public sealed record AppleVerdict
{
    /// <summary>The certificates of all keys; empty when they could not be read.</summary>
    public IReadOnlyList<X509Certificate2> Certificates { get; init; } = [];

    /// <summary>The fields of the certificate to sign with.</summary>
    public AppleCertificate? Certificate { get; init; }

    /// <summary>The profile.</summary>
    public ProvisioningProfile? Profile { get; init; }

    /// <summary>The problems of all severities; empty when there are none.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }
}
