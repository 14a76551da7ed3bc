using System.Text.Json;
using Slipway.Protocol.Credentials;

namespace Slipway.Server.Credentials;

/// <summary>Finds the credentials in the settings of a configuration. A setting has a value or refers to a secret in the vault.</summary>
internal sealed class ConfiguredCredentials(JsonElement settings)
{
    /// <summary>The setting with the build type.</summary>
    public const string BuildType = "buildType";

    /// <summary>The names of the settings that make up a credential.</summary>
    /// <param name="Content">The file.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Password">Its password.</param>
    /// <param name="Alias">The alias of the key.</param>
    /// <param name="KeyPassword">The key's password.</param>
    public sealed record Fields(string Content, string Name, string? Password, string? Alias, string? KeyPassword);

    /// <summary>Returns the names of the settings of a kind.</summary>
    public static Fields FieldsOf(CredentialKind kind) => kind switch
    {
        CredentialKind.Keystore => new Fields("keystore", "keystoreName", "keystorePassword", "alias", "aliasPassword"),
        CredentialKind.Certificate => new Fields("certificate", "certificateName", "certificatePassword", null, null),
        CredentialKind.Profile => new Fields("provisioningProfile", "provisioningProfileName", null, null, null),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Returns the credential of a kind; null if the configuration has none.</summary>
    public CredentialReference? Find(CredentialKind kind)
    {
        var fields = FieldsOf(kind);
        return ValueOf(fields.Content) is null && SecretOf(fields.Content) is null
            ? null
            : new CredentialReference(kind, ValueOf(fields.Name) ?? fields.Content, null, this);
    }

    /// <summary>Returns the value of a setting; null if it has none or is a secret.</summary>
    public string? ValueOf(string? field) => Part(field, "value");

    /// <summary>Returns the id of a setting's secret; null if it is not a secret.</summary>
    public string? SecretOf(string? field) => Part(field, "secret");

    private string? Part(string? field, string part) =>
        field is not null && settings.ValueKind == JsonValueKind.Object && settings.TryGetProperty(field, out var setting) && setting.ValueKind == JsonValueKind.Object
        && setting.TryGetProperty(part, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
