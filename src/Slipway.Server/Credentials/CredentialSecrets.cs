using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Slipway.Protocol.Credentials;
using Slipway.Server.Vault;

namespace Slipway.Server.Credentials;

/// <summary>Keeps the secrets of credentials in the vault.</summary>
internal sealed class CredentialSecrets(SecretVault vault)
{
    /// <summary>Stores content and passwords; returns the row with their ids.</summary>
    public async Task<CredentialRow> SealAsync(DbConnection connection, DbTransaction transaction, string organisation, CredentialRow row, CredentialContent content) => row with
    {
        ContentSecret = await vault.SealAsync(connection, transaction, organisation, SecretKind.Content, content.Content),
        PasswordSecret = await SealTextAsync(connection, transaction, organisation, content.Password),
        KeyPasswordSecret = await SealTextAsync(connection, transaction, organisation, content.KeyPassword),
    };

    /// <summary>Opens content and passwords.</summary>
    public async Task<CredentialContent> OpenAsync(DbConnection connection, DbTransaction? transaction, string organisation, CredentialRow row) => new()
    {
        Content = await vault.OpenAsync(connection, transaction, organisation, row.ContentSecret),
        Password = await OpenTextAsync(connection, transaction, organisation, row.PasswordSecret),
        KeyPassword = await OpenTextAsync(connection, transaction, organisation, row.KeyPasswordSecret),
        Alias = row.Alias,
        Chain = row.ReadFacts().Chain,
    };

    /// <summary>Opens the content alone.</summary>
    public Task<byte[]> OpenContentAsync(DbConnection connection, string organisation, CredentialRow row) => vault.OpenAsync(connection, null, organisation, row.ContentSecret);

    /// <summary>Removes the secrets of a row after the row itself.</summary>
    public static async Task DeleteAsync(DbConnection connection, DbTransaction transaction, string organisation, CredentialRow row)
    {
        foreach (var id in new[] { row.ContentSecret, row.PasswordSecret, row.KeyPasswordSecret })
        {
            if (id is not null)
                await SecretVault.DeleteAsync(connection, transaction, organisation, id);
        }
    }

    private async Task<string?> SealTextAsync(DbConnection connection, DbTransaction transaction, string organisation, string? text)
    {
        if (text is null)
            return null;
        var bytes = Encoding.UTF8.GetBytes(text);
        var id = await vault.SealAsync(connection, transaction, organisation, SecretKind.Password, bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return id;
    }

    private async Task<string?> OpenTextAsync(DbConnection connection, DbTransaction? transaction, string organisation, string? id)
    {
        if (id is null)
            return null;
        var bytes = await vault.OpenAsync(connection, transaction, organisation, id);
        var text = Encoding.UTF8.GetString(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return text;
    }
}
