using System.CommandLine;
using Slipway.Build;
using Slipway.Build.Problems;
using Slipway.Build.Sign;
using Slipway.Cli.Output;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway sign</c>: signs a package anew.</summary>
internal static class SignCommand
{
    public static Command Create(Session session)
    {
        var package = new Argument<string>("package") { Description = "The APK to sign." };
        var output = new Option<string?>("--out") { Description = "Where the signed package goes; otherwise it takes the place of the old one.", HelpName = "file" };
        var keys = new KeyOptions();
        var json = JsonOption.Create();
        var command = new Command("sign", "Sign a package anew.") { package, output };
        keys.AddTo(command);
        command.Options.Add(json);
        command.SetAction(result => Edge.Run(session, result.GetValue(json), () =>
        {
            var path = result.GetRequiredValue(package);
            var request = keys.Request(result) ?? throw new ProblemException(SigningProblems.KeystoreMissing.At("--keystore", "There is no key to sign with."));
            var notices = new List<Problem>();
            BuildArtifact artifact;
            using (var progress = new ProgressLine(session.Terminal))
            {
                progress.Report("signing");
                artifact = PackageSigner.Sign(path, result.GetValue(output) ?? path, request, BuildEnvironment.OfThisUser(), notices, session.Cancellation);
            }

            if (result.GetValue(json))
                JsonOutput.Write(session.Terminal, document => ArtifactPrinter.Write(document, [artifact], notices));
            else
                ArtifactPrinter.Print(session.Terminal, [artifact], notices);
            return ExitCode.Done;
        }));
        Help.Describe(command, "slipway sign app.apk --keystore release.p12 --keystore-password-file password.txt --out signed.apk");
        return command;
    }
}
