namespace Slipway.Server.Vault;

/// <summary>The source of the key-encryption keys.</summary>
/// <param name="File">A file with the lines.</param>
/// <param name="Lines">The lines themselves; null to read the file.</param>
/// <param name="IsDefault">Whether the file is the default one, which may be created.</param>
internal sealed record KeySource(string File, string? Lines, bool IsDefault)
{
    /// <summary>The environment variable with the lines, for systems on which files are not suitable for secrets.</summary>
    public const string Variable = "SLIPWAY_VAULT_KEY";

    private const string DefaultName = "vault.key";

    /// <summary>The name of the source in problems.</summary>
    public string Name => Lines is null ? File : Variable;

    /// <summary>Returns the configured file, or else the variable, or else the file in the data folder.</summary>
    public static KeySource Of(ServerOptions options, string? variable)
    {
        var file = options.VaultKeyFile ?? Path.Combine(options.DataFolder, DefaultName);
        var useVariable = options.VaultKeyFile is null && !string.IsNullOrWhiteSpace(variable);
        return new KeySource(file, useVariable ? variable : null, IsDefault: options.VaultKeyFile is null && !useVariable);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
