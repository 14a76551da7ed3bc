using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>Changes the configuration of builds for Android. What is left out stays as it is.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AndroidBuildConfigurationRequest
{
    /// <summary>The keystore in base64.</summary>
    public StringPatchConfig? Keystore { get; init; }

    /// <summary>The name of its file.</summary>
    public StringPatchConfig? KeystoreName { get; init; }

    /// <summary>Its password.</summary>
    public StringPatchConfig? KeystorePassword { get; init; }

    /// <summary>The key in it.</summary>
    public StringPatchConfig? Alias { get; init; }

    /// <summary>The password of the key.</summary>
    public StringPatchConfig? AliasPassword { get; init; }

    /// <summary>The package name.</summary>
    public StringPatchConfig? AppIdentifier { get; init; }

    /// <summary>What packages are made for.</summary>
    public AndroidBuildTypePatchConfig? BuildType { get; init; }

    /// <summary>The version of the builder; no value for the newest.</summary>
    public StringPatchConfig? MabsVersion { get; init; }

    /// <summary>The framework of the app.</summary>
    public MobileFrameworkNullablePatchConfig? MobileFramework { get; init; }
}
