namespace Slipway.Server.Contract.Configurations;

/// <summary>Names of the fields of configurations, as the contract and the database write them.</summary>
internal static class ConfigurationFieldNames
{
    public const string Keystore = "keystore";
    public const string KeystoreName = "keystoreName";
    public const string KeystorePassword = "keystorePassword";
    public const string Alias = "alias";
    public const string AliasPassword = "aliasPassword";
    public const string Certificate = "certificate";
    public const string CertificateName = "certificateName";
    public const string CertificatePassword = "certificatePassword";
    public const string ProvisioningProfile = "provisioningProfile";
    public const string ProvisioningProfileName = "provisioningProfileName";
    public const string AppIdentifier = "appIdentifier";
    public const string BuildType = "buildType";
    public const string BuilderVersion = "mabsVersion";
    public const string Framework = "mobileFramework";

    /// <summary>Fields that are kept in the vault and never shown.</summary>
    public static IReadOnlySet<string> Secrets { get; } =
        new HashSet<string>(StringComparer.Ordinal) { Keystore, KeystorePassword, Alias, AliasPassword, Certificate, CertificatePassword };

    /// <summary>Fields that hold a file in base64.</summary>
    public static IReadOnlySet<string> Files { get; } = new HashSet<string>(StringComparer.Ordinal) { Keystore, Certificate, ProvisioningProfile };

    /// <summary>Fields that decide what a package is signed with.</summary>
    public static IReadOnlySet<string> Signing { get; } =
        new HashSet<string>(StringComparer.Ordinal) { Keystore, KeystorePassword, Alias, AliasPassword, Certificate, CertificatePassword, ProvisioningProfile };
}
