using System.CommandLine;
using Slipway.Signing;

namespace Slipway.Cli.Commands;

/// <summary>Options that select a signing key. Passwords come from files or the environment, never from an argument.</summary>
internal sealed class KeyOptions
{
    public Option<string?> Keystore { get; } = new("--keystore") { Description = "Keystore with the signing key (PKCS#12 or JKS).", HelpName = "file" };

    public Option<string?> KeystorePasswordFile { get; } = new("--keystore-password-file")
    {
        Description = "File whose first line is the password of the keystore. Default: $SLIPWAY_KEYSTORE_PASSWORD.",
        HelpName = "file",
    };

    public Option<string?> KeyAlias { get; } = new("--key-alias") { Description = "Alias of the key. Required if the keystore holds several.", HelpName = "alias" };

    public Option<string?> KeyPasswordFile { get; } = new("--key-password-file")
    {
        Description = "File with the password of the key, if it differs. Default: $SLIPWAY_KEY_PASSWORD.",
        HelpName = "file",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Keystore, KeystorePasswordFile, KeyAlias, KeyPasswordFile })
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            var others = new Option[] { KeystorePasswordFile, KeyAlias, KeyPasswordFile };
            if (result.GetResult(Keystore) is null && others.FirstOrDefault(o => result.GetResult(o) is not null) is { } alone)
                result.AddError($"{alone.Name} needs --keystore.");
        });
    }

    public KeystoreRequest? Request(ParseResult result)
    {
        if (result.GetValue(Keystore) is not { } path)
            return null;
        var keyPasswordFile = result.GetValue(KeyPasswordFile);
        var ownPassword = keyPasswordFile is not null || PasswordSource.IsIn("SLIPWAY_KEY_PASSWORD");
        return new KeystoreRequest(
            CredentialFile.At(path),
            new PasswordSource(result.GetValue(KeystorePasswordFile), "SLIPWAY_KEYSTORE_PASSWORD", "--keystore-password-file", mayBeEmpty: true),
            result.GetValue(KeyAlias),
            ownPassword ? new PasswordSource(keyPasswordFile, "SLIPWAY_KEY_PASSWORD", "--key-password-file", mayBeEmpty: true) : null);
    }
}
