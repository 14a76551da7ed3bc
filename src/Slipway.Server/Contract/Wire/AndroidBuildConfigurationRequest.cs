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
