using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Slipway.Build.Sign;
using Slipway.Cli.Output;
using Slipway.Formats.Keys;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;
using Slipway.Signing;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway credentials create</c>: creates a keystore on this machine.</summary>
internal static class CredentialsCreateVerb
{
    private const string PasswordVariable = "SLIPWAY_KEYSTORE_PASSWORD";
    private const string Alphabet = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static readonly Dictionary<string, KeyAlgorithm> Algorithms = new(StringComparer.Ordinal)
    {
        ["rsa-4096"] = KeyAlgorithm.Rsa4096,
        ["rsa-3072"] = KeyAlgorithm.Rsa3072,
        ["rsa-2048"] = KeyAlgorithm.Rsa2048,
        ["ec-p256"] = KeyAlgorithm.EcP256,
        ["ec-p384"] = KeyAlgorithm.EcP384,
    };

    public static Command Create(CommandContext session)
    {
        var file = new Argument<string>("file") { Description = "Keystore to create (PKCS#12)." };
        var alias = new Option<string>("--alias") { Description = "Name of the key.", HelpName = "alias", DefaultValueFactory = _ => "release" };
        var subject = new Option<string>("--subject") { Description = "Owner of the key.", HelpName = "name", DefaultValueFactory = _ => "CN=Slipway Release" };
        var years = new Option<int>("--years") { Description = "How long the certificate is valid, in years.", HelpName = "years", DefaultValueFactory = _ => 30 };
        years.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && (number is < 1 or > 100))
                result.AddError("--years is a number from 1 to 100.");
        });
        var algorithm = new Option<string>("--algorithm") { Description = "Kind of key.", DefaultValueFactory = _ => "rsa-4096" };
        algorithm.AcceptOnlyFromAmong([.. Algorithms.Keys]);
        var passwordFile = new Option<string?>("--password-file") { Description = $"File whose first line is the password. Default: ${PasswordVariable}, or a prompt.", HelpName = "file" };
        var generate = new Option<string?>("--generate-password") { Description = "Generate a password and write it to this file.", HelpName = "file" };
        var json = JsonOption.Create();
        var command = new Command("create", "Create a keystore with a new key.") { file, alias, subject, years, algorithm, passwordFile, generate, json };
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            var path = result.GetRequiredValue(file);
            var password = Password(session, result.GetValue(passwordFile), result.GetValue(generate));
            var request = new ReleaseKeystoreRequest(path, result.GetRequiredValue(alias), result.GetRequiredValue(subject), password, result.GetValue(years), Algorithms[result.GetRequiredValue(algorithm)]);
            Tell(session.Terminal, result.GetValue(json), request, ReleaseKeystore.Create(request, DateTimeOffset.UtcNow));
            return ExitCode.Done;
        }));
        HelpExamples.Describe(command, "slipway credentials create release.p12 --alias release --password-file password.txt", "slipway credentials create release.p12 --generate-password password.txt");
        return command;
    }

    private static string Password(CommandContext session, string? file, string? generateInto)
    {
        if (generateInto is not null)
            return Generate(generateInto);
        if (file is not null || PasswordSource.IsIn(PasswordVariable) || !session.Terminal.CanAsk)
            return new PasswordSource(file, PasswordVariable).Read();
        return PasswordPrompt.AskNew(session.Terminal);
    }

    private static string Generate(string path)
    {
        if (File.Exists(path) || Directory.Exists(path))
            throw new ProblemException(KeyProblems.Exists.At(path, "A file with this name exists already."));
        var password = RandomNumberGenerator.GetString(Alphabet, 24);
        try
        {
            AtomicFile.Write(path, Encoding.ASCII.GetBytes(password + "\n"), new AtomicFileOptions { Mode = OwnerOnly.FileMode, Overwrite = false });
            return password;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(GeneralProblems.OutputUnwritable.At(path, "The password file cannot be written.", "Give another path, whose folder exists and can be written."), e);
        }
    }

    private static void Tell(Terminal terminal, bool json, ReleaseKeystoreRequest request, string sha256)
    {
        if (json)
        {
            JsonOutput.Write(terminal, document =>
            {
                document.WriteString("status", "Finished");
                document.WriteString("path", request.Path);
                document.WriteString("alias", request.Alias);
                document.WriteString("certificateSha256", sha256);
            });
            return;
        }

        terminal.Out.Line($"{terminal.Out.Green(Terminal.Clean(request.Path))}  alias {Terminal.Clean(request.Alias)}");
        terminal.Out.Line(terminal.Out.Dim($"  certificate sha256 {sha256}"));
        terminal.Out.Line("  Keep a copy of the file and of its password: without them, you cannot update the app.");
    }
}
