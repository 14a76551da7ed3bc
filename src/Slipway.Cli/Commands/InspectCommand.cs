using System.CommandLine;
using Slipway.Build.Inspect;
using Slipway.Cli.Output;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway inspect</c>: what is in a package, and does everything hold.</summary>
internal static class InspectCommand
{
    public static Command Create(Session session)
    {
        var package = new Argument<string>("package") { Description = "The APK to look into." };
        var json = JsonOption.Create();
        var command = new Command("inspect", "Show what is in a package and verify all of it.") { package, json };
        command.SetAction(result => Edge.Run(session, result.GetValue(json), () =>
        {
            PackageReport report;
            using (var progress = new ProgressLine(session.Terminal))
            {
                progress.Report("verifying");
                report = PackageInspector.Inspect(result.GetRequiredValue(package));
            }

            if (result.GetValue(json))
                JsonOutput.Write(session.Terminal, document => InspectionPrinter.Write(document, report));
            else
                InspectionPrinter.Print(session.Terminal.Out, report);
            return report.IsValid ? ExitCode.Done : ExitCode.InputAtFault;
        }));
        Help.Describe(command, "slipway inspect dist/field-notes-1.0.0-debug.apk", "slipway inspect app.apk --json");
        return command;
    }
}
