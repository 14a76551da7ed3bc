using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Provisioning;
using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios;

/// <summary>What is known of Apple's credentials without an app.</summary>
public sealed record AppleVerdict
{
    /// <summary>The certificates of all keys; empty when they could not be read.</summary>
    public IReadOnlyList<X509Certificate2> Certificates { get; init; } = [];

    /// <summary>What the certificate to sign with is.</summary>
    public AppleCertificate? Certificate { get; init; }

    /// <summary>The profile.</summary>
    public ProvisioningProfile? Profile { get; init; }

    /// <summary>What is wrong, errors among it; empty when all is well.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }
}
