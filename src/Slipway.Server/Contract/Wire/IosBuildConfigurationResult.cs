using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>The configuration of builds for iOS.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record IosBuildConfigurationResult
{
    /// <summary>The PKCS #12 file in base64.</summary>
    public required SecretConfig? Certificate { get; init; }

    /// <summary>The name of that file.</summary>
    public required StringConfig? CertificateName { get; init; }

    /// <summary>Its password.</summary>
    public required SecretConfig? CertificatePassword { get; init; }

    /// <summary>The provisioning profile in base64.</summary>
    public required StringConfig? ProvisioningProfile { get; init; }

    /// <summary>The name of its file.</summary>
    public required StringConfig? ProvisioningProfileName { get; init; }

    /// <summary>The bundle identifier.</summary>
    public required StringConfig? AppIdentifier { get; init; }

    /// <summary>The build type.</summary>
    public required IosBuildTypeNullableConfig? BuildType { get; init; }

    /// <summary>The version of the builder; no value for the newest.</summary>
    public required StringConfig? MabsVersion { get; init; }

    /// <summary>The framework of the app.</summary>
    public required MobileFrameworkNullableConfig? MobileFramework { get; init; }
}
