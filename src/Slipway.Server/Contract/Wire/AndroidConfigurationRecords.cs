using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>Changes the configuration of builds for Android. Omitted members stay unchanged.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AndroidBuildConfigurationRequest
{
    /// <summary>The keystore in base64.</summary>
    public StringPatchConfig? Keystore { get; init; }

    /// <summary>The name of its file.</summary>
    public StringPatchConfig? KeystoreName { get; init; }

    /// <summary>Its password.</summary>
    public StringPatchConfig? KeystorePassword { get; init; }

    /// <summary>The alias of the key in the keystore.</summary>
    public StringPatchConfig? Alias { get; init; }

    /// <summary>The password of the key.</summary>
    public StringPatchConfig? AliasPassword { get; init; }

    /// <summary>The package name.</summary>
    public StringPatchConfig? AppIdentifier { get; init; }

    /// <summary>The build type.</summary>
    public AndroidBuildTypePatchConfig? BuildType { get; init; }

    /// <summary>The version of the builder; no value for the newest.</summary>
    public StringPatchConfig? MabsVersion { get; init; }

    /// <summary>The framework of the app.</summary>
    public MobileFrameworkNullablePatchConfig? MobileFramework { get; init; }
}

/// <summary>The configuration of builds for Android.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AndroidBuildConfigurationResult
{
    /// <summary>The keystore in base64.</summary>
    public required SecretConfig? Keystore { get; init; }

    /// <summary>The name of its file.</summary>
    public required StringConfig? KeystoreName { get; init; }

    /// <summary>Its password.</summary>
    public required SecretConfig? KeystorePassword { get; init; }

    /// <summary>The alias of the key in the keystore.</summary>
    public required SecretConfig? Alias { get; init; }

    /// <summary>The password of the key.</summary>
    public required SecretConfig? AliasPassword { get; init; }

    /// <summary>The package name.</summary>
    public required StringConfig? AppIdentifier { get; init; }

    /// <summary>The build type.</summary>
    public required AndroidBuildTypeNullableConfig? BuildType { get; init; }

    /// <summary>The version of the builder; no value for the newest.</summary>
    public required StringConfig? MabsVersion { get; init; }

    /// <summary>The framework of the app.</summary>
    public required MobileFrameworkNullableConfig? MobileFramework { get; init; }
}

/// <summary>The build type of a package for Android.</summary>
internal enum AndroidBuildType
{
    /// <summary>An Android App Bundle for a store.</summary>
    Bundle,

    /// <summary>An APK to debug.</summary>
    Debug,

    /// <summary>An APK for users.</summary>
    Release,
}

/// <summary>A build type of a configuration.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AndroidBuildTypeNullableConfig
{
    /// <summary>The value.</summary>
    public AndroidBuildType? Value { get; init; }

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
internal sealed record AndroidBuildTypePatchConfig
{
    /// <summary>The new value.</summary>
    [NeverNull]
    public AndroidBuildType? Value { get; init; }
}
