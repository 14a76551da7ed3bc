using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>Changes the configuration of builds for iOS. Omitted members stay unchanged.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record IosBuildConfigurationRequest
{
    /// <summary>The PKCS #12 file in base64.</summary>
    public StringPatchConfig? Certificate { get; init; }

    /// <summary>The name of that file.</summary>
    public StringPatchConfig? CertificateName { get; init; }

    /// <summary>Its password.</summary>
    public StringPatchConfig? CertificatePassword { get; init; }

    /// <summary>The provisioning profile in base64.</summary>
    public StringPatchConfig? ProvisioningProfile { get; init; }

    /// <summary>The name of its file.</summary>
    public StringPatchConfig? ProvisioningProfileName { get; init; }

    /// <summary>The bundle identifier.</summary>
    public StringPatchConfig? AppIdentifier { get; init; }

    /// <summary>The build type.</summary>
    public IosBuildTypePatchConfig? BuildType { get; init; }

    /// <summary>The version of the builder; no value for the newest.</summary>
    public StringPatchConfig? MabsVersion { get; init; }

    /// <summary>The framework of the app.</summary>
    public MobileFrameworkNullablePatchConfig? MobileFramework { get; init; }
}
