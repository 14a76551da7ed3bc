namespace Slipway.Build.Read.Selection;

/// <summary>Names under which tools keep keys, passwords and tokens.</summary>
internal static class SecretNames
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ".ssh", ".gnupg", ".aws", ".azure", ".kube", ".docker", ".gcloud",
        ".npmrc", ".yarnrc", ".yarnrc.yml", ".netrc", "_netrc", ".pypirc", ".htpasswd", ".git-credentials", ".dockercfg", ".pgpass", ".my.cnf", ".s3cfg", ".boto", ".vault-token", ".terraformrc",
        ".bash_history", ".zsh_history", ".sh_history", ".node_repl_history", ".python_history", ".mysql_history", ".psql_history",
        "key.properties", "keystore.properties", "signing.properties", "release-signing.properties", "local.properties", "gradle.properties",
        "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", "id_ecdsa_sk", "id_ed25519_sk", "secring.gpg",
    };

    private static readonly HashSet<string> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ".p12", ".pfx", ".jks", ".keystore", ".jceks", ".bks", ".p8", ".pk8", ".pvk", ".ppk", ".kdbx", ".keychain", ".keychain-db", ".mobileprovision", ".provisionprofile",
    };

    private static readonly string[] OfCopies = [".bak", ".old", ".orig", ".save", ".backup", "~"];

    /// <summary>Returns whether a file or folder of this name holds secrets that must not be published.</summary>
    public static bool Is(string name) => name.StartsWith(".env", StringComparison.OrdinalIgnoreCase) || Names.Contains(Original(name));

    /// <summary>Returns whether a file of this name is a keystore or a provisioning profile.</summary>
    public static bool IsKeyFile(string name) => Formats.Contains(Path.GetExtension(Original(name)));

    // Editors and users make backup copies.
    private static string Original(string name) =>
        Array.Find(OfCopies, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } ending ? name[..^ending.Length] : name;
}
