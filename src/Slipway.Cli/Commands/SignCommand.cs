using System.CommandLine;
using Slipway.Build;
using Slipway.Build.Inspect.Ios;
using Slipway.Build.Sign;
using Slipway.Build.Sign.Ios;
using Slipway.Cli.Output;
using Slipway.Protocol.Problems;
using Slipway.Signing;
using Slipway.Signing.Ios;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway sign</c>: replaces the signature of a package.</summary>
internal static class SignCommand
{
    public static Command Create(CommandContext session)
    {
        var package = new Argument<string>("package") { Description = "The .apk or .ipa to sign." };
        var output = new Option<string?>("--out") { Description = "File for the signed package. Default: replace the original.", HelpName = "file" };
        var id = new Option<string?>("--id") { Description = "New id of an iOS app. Default: keep its own.", HelpName = "id" };
        var keys = new KeyOptions();
        var apple = new AppleOptions();
        var json = JsonOption.Create();
        var command = new Command("sign", "Re-sign a package.") { package, output };
        keys.AddTo(command);
        apple.AddTo(command);
        command.Options.Add(id);
        command.Validators.Add(result =>
        {
            if (result.GetResult(id) is not null && result.GetResult(apple.Certificate) is null)
                result.AddError("--id needs --certificate.");
        });
        command.Options.Add(json);
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            var path = result.GetRequiredValue(package);
            var notices = new List<Problem>();
            BuildArtifact artifact;
            using (var progress = new ProgressLine(session.Terminal))
            {
                progress.Report("signing");
                var target = result.GetValue(output) ?? path;
                artifact = IpaInspector.IsForIos(path)
                    ? IpaPackageSigner.Sign(path, target, Apple(apple.Request(result)), result.GetValue(id), BuildEnvironment.OfThisUser(), notices, session.Cancellation)
                    : ApkPackageSigner.Sign(path, target, Key(keys.Request(result)), BuildEnvironment.OfThisUser(), notices, session.Cancellation);
            }

            if (result.GetValue(json))
                JsonOutput.Write(session.Terminal, document => ArtifactPrinter.Write(document, [artifact], notices));
            else
                ArtifactPrinter.Print(session.Terminal, [artifact], notices);
            return ExitCode.Done;
        }));
        HelpExamples.Describe(
            command,
            "slipway sign app.apk --keystore release.p12 --keystore-password-file password.txt --out signed.apk",
            "slipway sign app.ipa --certificate dist.p12 --certificate-password-file password.txt --profile adhoc.mobileprovision --out signed.ipa");
        return command;
    }

    private static KeystoreRequest Key(KeystoreRequest? request) =>
        request ?? throw new ProblemException(SigningProblems.KeystoreMissing.At("--keystore", "There is no key to sign with."));

    private static AppleSigningRequest Apple(AppleSigningRequest? request) =>
        request ?? throw new ProblemException(AppleSigningProblems.CredentialsMissing.At("--certificate", "There is no certificate to sign with."));
}
