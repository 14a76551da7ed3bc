using System.CommandLine;
using Slipway.Build.Inspect;
using Slipway.Build.Inspect.Ios;
using Slipway.Cli.Output;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway inspect</c>: shows the contents of a package and verifies its signatures.</summary>
internal static class InspectCommand
{
    public static Command Create(CommandContext session)
    {
        var package = new Argument<string>("package") { Description = "The .apk or .ipa to inspect." };
        var json = JsonOption.Create();
        var command = new Command("inspect", "Show the contents of a package and verify its signatures.") { package, json };
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            var path = result.GetRequiredValue(package);
            return IpaInspector.IsForIos(path) ? Ios(session, path, result.GetValue(json)) : Android(session, path, result.GetValue(json));
        }));
        HelpExamples.Describe(command, "slipway inspect dist/field-notes-1.0.0-debug.apk", "slipway inspect app.ipa --json");
        return command;
    }

    private static int Android(CommandContext session, string path, bool json)
    {
        var report = Look(session, () => ApkInspector.Inspect(path));
        if (json)
            JsonOutput.Write(session.Terminal, document => InspectionPrinter.Write(document, report));
        else
            InspectionPrinter.Print(session.Terminal.Out, report);
        return report.IsValid ? ExitCode.Done : ExitCode.InputAtFault;
    }

    private static int Ios(CommandContext session, string path, bool json)
    {
        var report = Look(session, () => IpaInspector.Inspect(path, DateTimeOffset.UtcNow));
        if (json)
            JsonOutput.Write(session.Terminal, document => IosInspectionPrinter.Write(document, report));
        else
            IosInspectionPrinter.Print(session.Terminal.Out, report);
        return report.IsValid ? ExitCode.Done : ExitCode.InputAtFault;
    }

    private static T Look<T>(CommandContext session, Func<T> look)
    {
        using var progress = new ProgressLine(session.Terminal);
        progress.Report("verifying");
        return look();
    }
}
