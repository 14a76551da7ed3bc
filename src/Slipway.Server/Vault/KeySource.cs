namespace Slipway.Server.Vault;

/// <summary>Where the key-encryption keys come from.</summary>
/// <param name="File">A file with the lines.</param>
/// <param name="Lines">The lines themselves; null to read the file.</param>
/// <param name="IsDefault">Nobody named a file, so that one may be made.</param>
internal sealed record KeySource(string File, string? Lines, bool IsDefault)
{
    /// <summary>Holds the lines, where files are no good place for secrets.</summary>
    public const string Variable = "SLIPWAY_VAULT_KEY";

    private const string DefaultName = "vault.key";

    /// <summary>What problems call it.</summary>
    public string Name => Lines is null ? File : Variable;

    /// <summary>A file that was named, or the variable, or a file in the data folder.</summary>
    public static KeySource Of(ServerOptions options, string? variable)
    {
        var file = options.VaultKeyFile ?? Path.Combine(options.DataFolder, DefaultName);
        var useVariable = options.VaultKeyFile is null && !string.IsNullOrWhiteSpace(variable);
        return new KeySource(file, useVariable ? variable : null, IsDefault: options.VaultKeyFile is null && !useVariable);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
