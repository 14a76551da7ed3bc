using Slipway.Protocol;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Configurations;

/// <summary>Converts configurations to the types of the contract, with secrets masked.</summary>
internal static class ConfigurationResults
{
    public static AndroidBuildConfigurationResult Android(BuildConfiguration configuration) => new()
    {
        Keystore = Secret(configuration, Field.Keystore),
        KeystoreName = Text(configuration, Field.KeystoreName),
        KeystorePassword = Secret(configuration, Field.KeystorePassword),
        Alias = Secret(configuration, Field.Alias),
        AliasPassword = Secret(configuration, Field.AliasPassword),
        AppIdentifier = Text(configuration, Field.AppIdentifier),
        BuildType = configuration.Find(Field.BuildType) is { } type
            ? new AndroidBuildTypeNullableConfig { Value = EnumText.Parse<AndroidBuildType>(type.Value!), DataType = GenericConfigDataType.Text, LastUpdateDate = Times.Of(type.UpdatedAt) }
            : null,
        MabsVersion = Text(configuration, Field.BuilderVersion),
        MobileFramework = Framework(configuration),
    };

    public static IosBuildConfigurationResult Ios(BuildConfiguration configuration) => new()
    {
        Certificate = Secret(configuration, Field.Certificate),
        CertificateName = Text(configuration, Field.CertificateName),
        CertificatePassword = Secret(configuration, Field.CertificatePassword),
        ProvisioningProfile = Text(configuration, Field.ProvisioningProfile),
        ProvisioningProfileName = Text(configuration, Field.ProvisioningProfileName),
        AppIdentifier = Text(configuration, Field.AppIdentifier),
        BuildType = configuration.Find(Field.BuildType) is { } type
            ? new IosBuildTypeNullableConfig { Value = EnumText.Parse<IosBuildType>(type.Value!), DataType = GenericConfigDataType.Text, LastUpdateDate = Times.Of(type.UpdatedAt) }
            : null,
        MabsVersion = Text(configuration, Field.BuilderVersion),
        MobileFramework = Framework(configuration),
    };

    private static SecretConfig? Secret(BuildConfiguration configuration, string field) => configuration.Find(field) is { } setting
        ? new SecretConfig { DataType = TypeOf(field), IsSecret = true, LastUpdateDate = Times.Of(setting.UpdatedAt) }
        : null;

    private static StringConfig? Text(BuildConfiguration configuration, string field) => configuration.Find(field) is { } setting
        ? new StringConfig { Value = setting.Value, DataType = TypeOf(field), LastUpdateDate = Times.Of(setting.UpdatedAt) }
        : null;

    private static MobileFrameworkNullableConfig? Framework(BuildConfiguration configuration) => configuration.Find(Field.Framework) is { } setting
        ? new MobileFrameworkNullableConfig { Value = configuration.Framework, DataType = GenericConfigDataType.Text, LastUpdateDate = Times.Of(setting.UpdatedAt) }
        : null;

    private static GenericConfigDataType TypeOf(string field) => Field.Files.Contains(field) ? GenericConfigDataType.BinaryUrl : GenericConfigDataType.Text;
}
