using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Configurations;

/// <summary>Changes of a configuration: a value for each field to set, and null for each field to clear.</summary>
internal static class ConfigurationPatch
{
    public static IReadOnlyDictionary<string, string?> Of(AndroidBuildConfigurationRequest request)
    {
        var patch = new Dictionary<string, string?>(StringComparer.Ordinal);
        Add(patch, ConfigurationFieldNames.Keystore, request.Keystore);
        Add(patch, ConfigurationFieldNames.KeystoreName, request.KeystoreName);
        Add(patch, ConfigurationFieldNames.KeystorePassword, request.KeystorePassword);
        Add(patch, ConfigurationFieldNames.Alias, request.Alias);
        Add(patch, ConfigurationFieldNames.AliasPassword, request.AliasPassword);
        AddCommon(patch, request.AppIdentifier, request.MabsVersion, request.MobileFramework);
        if (request.BuildType?.Value is { } type)
            patch[ConfigurationFieldNames.BuildType] = type.ToString();
        return patch;
    }

    public static IReadOnlyDictionary<string, string?> Of(IosBuildConfigurationRequest request)
    {
        var patch = new Dictionary<string, string?>(StringComparer.Ordinal);
        Add(patch, ConfigurationFieldNames.Certificate, request.Certificate);
        Add(patch, ConfigurationFieldNames.CertificateName, request.CertificateName);
        Add(patch, ConfigurationFieldNames.CertificatePassword, request.CertificatePassword);
        Add(patch, ConfigurationFieldNames.ProvisioningProfile, request.ProvisioningProfile);
        Add(patch, ConfigurationFieldNames.ProvisioningProfileName, request.ProvisioningProfileName);
        AddCommon(patch, request.AppIdentifier, request.MabsVersion, request.MobileFramework);
        if (request.BuildType?.Value is { } type)
            patch[ConfigurationFieldNames.BuildType] = type.ToString();
        return patch;
    }

    private static void AddCommon(Dictionary<string, string?> patch, StringPatchConfig? identifier, StringPatchConfig? version, MobileFrameworkNullablePatchConfig? framework)
    {
        Add(patch, ConfigurationFieldNames.AppIdentifier, identifier);
        Add(patch, ConfigurationFieldNames.BuilderVersion, version);
        if (framework is not null)
            patch[ConfigurationFieldNames.Framework] = framework.Value?.ToString();
    }

    // Forms send an empty text for a missing value.
    private static void Add(Dictionary<string, string?> patch, string field, StringPatchConfig? value)
    {
        if (value is not null)
            patch[field] = string.IsNullOrEmpty(value.Value) ? null : value.Value;
    }
}
