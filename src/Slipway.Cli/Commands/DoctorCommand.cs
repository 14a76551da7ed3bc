using System.CommandLine;
using Slipway.Cli.Output;
using Slipway.Diagnosis;
using Slipway.Diagnosis.Reports;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway doctor</c>: finds out why the service cannot be reached from here, and who can correct it.</summary>
internal static class DoctorCommand
{
    private const int BundleWidth = 120;

    public static Command Create(CommandContext session)
    {
        var options = new DoctorOptionSet();
        var verbose = new Option<bool>("--verbose") { Description = "For every check, show what was measured and commands for other tools." };
        var bundle = new Option<string?>("--bundle") { Description = "Also write everything to a zip file that you can send to others. It contains no secrets.", HelpName = "file" };
        var json = JsonOption.Create();
        var command = new Command("doctor", "Find out what blocks the way from this machine to the service.");
        options.AddTo(command);
        command.Options.Add(verbose);
        command.Options.Add(bundle);
        command.Options.Add(json);
        command.Validators.Add(result =>
        {
            if (result.GetResult(bundle)?.Tokens is [{ Value: var path }] && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
                result.AddError("--bundle is a file in a folder that exists.");
        });
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            var asked = options.Read(result);
            using var signer = asked.Signer;
            var report = ExamineAsync(session, asked).GetAwaiter().GetResult();
            var file = result.GetValue(bundle);
            if (file is not null)
                SupportBundle.Write(file, report, asked, Text(report));
            if (result.GetValue(json))
            {
                JsonOutput.Write(session.Terminal, document =>
                {
                    ReportJson.Write(document, report);
                    document.WriteString("bundle", file);
                    ProblemJson.Write(document, report.Problems);
                });
            }
            else
            {
                new DoctorPrinter(session.Terminal.Out, session.Terminal.Width, result.GetValue(verbose)).Print(report);
                if (file is not null)
                    session.Terminal.Out.Line($"The report, without secrets, is in {session.Terminal.Out.Bold(Terminal.Clean(file))}.");
            }

            return report.State == CheckState.Ok ? ExitCode.Done : report.IsUsersFault ? ExitCode.InputAtFault : ExitCode.ServiceAtFault;
        }));
        HelpExamples.Describe(
            command,
            "slipway doctor --service https://builder.example.com",
            "slipway doctor --service https://builder.example.com --ranges ip-ranges.json --resolver 10.0.0.53",
            "slipway doctor --proxy http://proxy.example.com:8080 --quick",
            "slipway doctor --environment production",
            "slipway doctor --bundle doctor.zip",
            "slipway doctor --check C05 --timeout 2 --json");
        return command;
    }

    private static string Text(DoctorReport report)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new DoctorPrinter(new StyledWriter(text, colour: false), BundleWidth, verbose: true).Print(report);
        return text.ToString();
    }

    private static async Task<DoctorReport> ExamineAsync(CommandContext session, DoctorOptions options)
    {
        using var line = new ProgressLine(session.Terminal);
        return await Doctor.ExamineAsync(options, line, session.Cancellation);
    }
}
