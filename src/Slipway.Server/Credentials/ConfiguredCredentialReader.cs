using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;
using Slipway.Server.Vault;

namespace Slipway.Server.Credentials;

/// <summary>Reads credentials from the configurations of applications.</summary>
internal sealed class ConfiguredCredentialReader(SecretVault vault)
{
    /// <summary>Returns the configuration of an application in an environment; null if there is none.</summary>
    public static async Task<ConfiguredCredentials?> FindAsync(DbConnection connection, DbTransaction? transaction, string organisation, string environment, string application, MobilePlatform platform)
    {
        var settings = await connection.QuerySingleOrDefaultAsync<string?>(
            "SELECT settings FROM configurations WHERE organisation_id = @organisation AND environment_key = @environment AND application_key = @application AND platform = @platform",
            new { organisation, environment, application, platform = EnumText.NameOf(platform) },
            transaction);
        if (settings is null)
            return null;
        using var document = JsonDocument.Parse(settings);
        return new ConfiguredCredentials(document.RootElement.Clone());
    }

    /// <summary>Opens a credential of a configuration.</summary>
    /// <exception cref="ProblemException">Its content is not base64.</exception>
    public async Task<CredentialContent> OpenAsync(DbConnection connection, DbTransaction? transaction, string organisation, CredentialReference source)
    {
        var fields = ConfiguredCredentials.FieldsOf(source.Kind);
        return new CredentialContent
        {
            Content = Decode(await BytesAsync(fields.Content) ?? [], source.Name),
            Password = await TextAsync(fields.Password),
            Alias = await TextAsync(fields.Alias),
            KeyPassword = await TextAsync(fields.KeyPassword),
        };

        async Task<byte[]?> BytesAsync(string? field)
        {
            if (source.Configuration!.SecretOf(field) is { } secret)
                return await vault.OpenAsync(connection, transaction, organisation, secret);
            return source.Configuration.ValueOf(field) is { } value ? Encoding.UTF8.GetBytes(value) : null;
        }

        async Task<string?> TextAsync(string? field)
        {
            if (await BytesAsync(field) is not { Length: > 0 } bytes)
                return null;
            var text = Encoding.UTF8.GetString(bytes);
            CryptographicOperations.ZeroMemory(bytes);
            return text;
        }
    }

    /// <summary>
    /// The contract sends files as base64, and they may be stored that way. The two forms cannot be confused, because no
    /// keystore, .p12 or profile consists of base64 characters alone.
    /// </summary>
    private static byte[] Decode(byte[] bytes, string name)
    {
        if (!bytes.AsSpan().ContainsAnyExceptInRange((byte)'\t', (byte)'~'))
        {
            try
            {
                return Convert.FromBase64String(Encoding.ASCII.GetString(bytes));
            }
            catch (FormatException e)
            {
                throw new ProblemException(ServiceProblems.Invalid.At(name, "The file in the configuration is neither binary nor valid base64."), e);
            }
        }

        return bytes;
    }
}
