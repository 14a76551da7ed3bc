using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Configurations;

/// <summary>Changes of a configuration: a value for each field to set, and null for each field to clear.</summary>
internal static class ConfigurationPatch
{
    public static IReadOnlyDictionary<string, string?> Of(AndroidBuildConfigurationRequest request)
    {
        var patch = new Dictionary<string, string?>(StringComparer.Ordinal);
        Add(patch, Field.Keystore, request.Keystore);
        Add(patch, Field.KeystoreName, request.KeystoreName);
        Add(patch, Field.KeystorePassword, request.KeystorePassword);
        Add(patch, Field.Alias, request.Alias);
        Add(patch, Field.AliasPassword, request.AliasPassword);
        AddCommon(patch, request.AppIdentifier, request.MabsVersion, request.MobileFramework);
        if (request.BuildType?.Value is { } type)
            patch[Field.BuildType] = type.ToString();
        return patch;
    }

    public static IReadOnlyDictionary<string, string?> Of(IosBuildConfigurationRequest request)
    {
        var patch = new Dictionary<string, string?>(StringComparer.Ordinal);
        Add(patch, Field.Certificate, request.Certificate);
        Add(patch, Field.CertificateName, request.CertificateName);
        Add(patch, Field.CertificatePassword, request.CertificatePassword);
        Add(patch, Field.ProvisioningProfile, request.ProvisioningProfile);
        Add(patch, Field.ProvisioningProfileName, request.ProvisioningProfileName);
        AddCommon(patch, request.AppIdentifier, request.MabsVersion, request.MobileFramework);
        if (request.BuildType?.Value is { } type)
            patch[Field.BuildType] = type.ToString();
        return patch;
    }

    private static void AddCommon(Dictionary<string, string?> patch, StringPatchConfig? identifier, StringPatchConfig? version, MobileFrameworkNullablePatchConfig? framework)
    {
        Add(patch, Field.AppIdentifier, identifier);
        Add(patch, Field.BuilderVersion, version);
        if (framework is not null)
            patch[Field.Framework] = framework.Value?.ToString();
    }

    // Forms send an empty text for a missing value.
    private static void Add(Dictionary<string, string?> patch, string field, StringPatchConfig? value)
    {
        if (value is not null)
            patch[field] = string.IsNullOrEmpty(value.Value) ? null : value.Value;
    }
}
