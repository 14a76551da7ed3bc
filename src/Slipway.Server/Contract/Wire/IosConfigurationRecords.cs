using System.ComponentModel;
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

/// <summary>The build type of a package for iOS.</summary>
internal enum IosBuildType
{
    /// <summary>For developers' own devices.</summary>
    Development,

    /// <summary>For the App Store.</summary>
    AppStore,

    /// <summary>For the devices that the provisioning profile lists.</summary>
    Adhoc,

    /// <summary>For the employees of an enterprise.</summary>
    InHouse,

    /// <summary>For the simulator.</summary>
    Simulator,
}

/// <summary>A build type of a configuration.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record IosBuildTypeNullableConfig
{
    /// <summary>The value.</summary>
    public IosBuildType? Value { get; init; }

    /// <summary>Its type.</summary>
    public required GenericConfigDataType DataType { get; init; }

    /// <summary>Whether the value is a secret that is never shown.</summary>
    [ReadOnly(true)]
    public bool IsSecret { get; init; }

    /// <summary>When it was last set.</summary>
    public DateTimeOffset? LastUpdateDate { get; init; }
}

/// <summary>Sets a build type.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record IosBuildTypePatchConfig
{
    /// <summary>The new value.</summary>
    [NeverNull]
    public IosBuildType? Value { get; init; }
}
