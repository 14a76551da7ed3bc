using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

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
