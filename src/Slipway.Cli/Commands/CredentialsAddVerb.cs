using System.CommandLine;
using Slipway.Cli.Output;
using Slipway.Protocol;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;
using Slipway.Signing;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway credentials add</c>: uploads a key or a profile to the vault of a service.</summary>
internal static class CredentialsAddVerb
{
    private const int LargestFile = 1 << 20;
    private const string PasswordVariable = "SLIPWAY_KEYSTORE_PASSWORD";
    private const string KeyPasswordVariable = "SLIPWAY_KEY_PASSWORD";

    public static Command Create(CommandContext session)
    {
        var file = new Argument<string>("file") { Description = "Keystore (PKCS#12 or JKS), Apple certificate with its key (.p12), or provisioning profile." };
        var name = new Option<string>("--name") { Description = "Name of the credential in the vault.", HelpName = "name", Required = true };
        var kind = new Option<string?>("--kind") { Description = "Kind of the credential. Default: profile for a .mobileprovision file, otherwise keystore." };
        kind.AcceptOnlyFromAmong("keystore", "certificate", "profile");
        var passwordFile = new Option<string?>("--password-file") { Description = $"File whose first line is the password. Default: ${PasswordVariable}, or a prompt.", HelpName = "file" };
        var alias = new Option<string?>("--alias") { Description = "Alias of the key. Required if the keystore holds several.", HelpName = "alias" };
        var keyPasswordFile = new Option<string?>("--key-password-file") { Description = $"File with the password of the key, when it differs. Default: ${KeyPasswordVariable}.", HelpName = "file" };
        var environment = new Option<string?>("--environment") { Description = "Restrict the credential to this environment.", HelpName = "name" };
        var application = new Option<string?>("--application") { Description = "Restrict the credential to this application.", HelpName = "name" };
        return ServiceVerb.Create(
            session,
            "add",
            "Add a key, certificate or profile to the vault of a service.",
            [file, name, kind, passwordFile, alias, keyPasswordFile, environment, application],
            async (client, result, json) =>
            {
                var path = result.GetRequiredValue(file);
                var what = Kind(result.GetValue(kind), path);
                var added = await client.Credentials.AddAsync(
                    new NewCredential
                    {
                        Name = result.GetRequiredValue(name),
                        Kind = what,
                        Content = Content(path),
                        Password = what == CredentialKind.Profile ? null : Password(session, result.GetValue(passwordFile)),
                        Alias = result.GetValue(alias),
                        KeyPassword = KeyPassword(result.GetValue(keyPasswordFile)),
                        Environment = result.GetValue(environment),
                        Application = result.GetValue(application),
                    },
                    session.Cancellation);
                CredentialPrinter.Print(session.Terminal, [added], json);
                return ExitCode.Done;
            },
            "slipway credentials add release.p12 --name release --password-file password.txt",
            "slipway credentials add dev.p12 --name apple-dev --kind certificate --password-file password.txt",
            "slipway credentials add dev.mobileprovision --name notes-dev --application 'Field Notes'");
    }

    private static CredentialKind Kind(string? word, string path) => word switch
    {
        null => Path.GetExtension(path).Equals(".mobileprovision", StringComparison.OrdinalIgnoreCase) ? CredentialKind.Profile : CredentialKind.Keystore,
        _ => EnumText.Parse<CredentialKind>(word),
    };

    private static byte[] Content(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var buffer = new byte[LargestFile + 1];
            var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return count <= LargestFile ? buffer[..count] : throw new ProblemException(FileProblems.Unreadable.At(path, "The file is larger than 1 MiB, so it is neither a key nor a profile."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ProblemException(FileProblems.Unreadable.At(path, "The file cannot be read."), e);
        }
    }

    private static string Password(CommandContext session, string? file) =>
        file is null && !PasswordSource.IsIn(PasswordVariable) && session.Terminal.CanAsk
            ? PasswordPrompt.Read(session.Terminal, "Password: ")
            : new PasswordSource(file, PasswordVariable, mayBeEmpty: true).Read();

    private static string? KeyPassword(string? file) =>
        file is null && !PasswordSource.IsIn(KeyPasswordVariable) ? null : new PasswordSource(file, KeyPasswordVariable, mayBeEmpty: true).Read();
}
