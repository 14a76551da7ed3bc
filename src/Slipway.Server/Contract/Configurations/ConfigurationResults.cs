using Slipway.Protocol;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Configurations;

/// <summary>Converts configurations to the types of the contract, with secrets masked.</summary>
internal static class ConfigurationResults
{
    public static AndroidBuildConfigurationResult Android(BuildConfiguration configuration) => new()
    {
        Keystore = Secret(configuration, ConfigurationFieldNames.Keystore),
        KeystoreName = Text(configuration, ConfigurationFieldNames.KeystoreName),
        KeystorePassword = Secret(configuration, ConfigurationFieldNames.KeystorePassword),
        Alias = Secret(configuration, ConfigurationFieldNames.Alias),
        AliasPassword = Secret(configuration, ConfigurationFieldNames.AliasPassword),
        AppIdentifier = Text(configuration, ConfigurationFieldNames.AppIdentifier),
        BuildType = configuration.Find(ConfigurationFieldNames.BuildType) is { } type
            ? new AndroidBuildTypeNullableConfig { Value = EnumText.Parse<AndroidBuildType>(type.Value!), DataType = GenericConfigDataType.Text, LastUpdateDate = DatabaseTime.Of(type.UpdatedAt) }
            : null,
        MabsVersion = Text(configuration, ConfigurationFieldNames.BuilderVersion),
        MobileFramework = Framework(configuration),
    };

    public static IosBuildConfigurationResult Ios(BuildConfiguration configuration) => new()
    {
        Certificate = Secret(configuration, ConfigurationFieldNames.Certificate),
        CertificateName = Text(configuration, ConfigurationFieldNames.CertificateName),
        CertificatePassword = Secret(configuration, ConfigurationFieldNames.CertificatePassword),
        ProvisioningProfile = Text(configuration, ConfigurationFieldNames.ProvisioningProfile),
        ProvisioningProfileName = Text(configuration, ConfigurationFieldNames.ProvisioningProfileName),
        AppIdentifier = Text(configuration, ConfigurationFieldNames.AppIdentifier),
        BuildType = configuration.Find(ConfigurationFieldNames.BuildType) is { } type
            ? new IosBuildTypeNullableConfig { Value = EnumText.Parse<IosBuildType>(type.Value!), DataType = GenericConfigDataType.Text, LastUpdateDate = DatabaseTime.Of(type.UpdatedAt) }
            : null,
        MabsVersion = Text(configuration, ConfigurationFieldNames.BuilderVersion),
        MobileFramework = Framework(configuration),
    };

    private static SecretConfig? Secret(BuildConfiguration configuration, string field) => configuration.Find(field) is { } setting
        ? new SecretConfig { DataType = TypeOf(field), IsSecret = true, LastUpdateDate = DatabaseTime.Of(setting.UpdatedAt) }
        : null;

    private static StringConfig? Text(BuildConfiguration configuration, string field) => configuration.Find(field) is { } setting
        ? new StringConfig { Value = setting.Value, DataType = TypeOf(field), LastUpdateDate = DatabaseTime.Of(setting.UpdatedAt) }
        : null;

    private static MobileFrameworkNullableConfig? Framework(BuildConfiguration configuration) => configuration.Find(ConfigurationFieldNames.Framework) is { } setting
        ? new MobileFrameworkNullableConfig { Value = configuration.Framework, DataType = GenericConfigDataType.Text, LastUpdateDate = DatabaseTime.Of(setting.UpdatedAt) }
        : null;

    private static GenericConfigDataType TypeOf(string field) => ConfigurationFieldNames.Files.Contains(field) ? GenericConfigDataType.BinaryUrl : GenericConfigDataType.Text;
}
