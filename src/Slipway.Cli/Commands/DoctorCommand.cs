using System.CommandLine;
using Slipway.Cli.Output;
using Slipway.Gateway.Diagnosis;
using Slipway.Gateway.Diagnosis.Reports;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway doctor</c>: why the service cannot be reached from here, and whom to tell what.</summary>
internal static class DoctorCommand
{
    public static Command Create(Session session)
    {
        var options = new DoctorOptionSet();
        var verbose = new Option<bool>("--verbose") { Description = "Show what was measured, and commands for other tools, for every check." };
        var json = JsonOption.Create();
        var command = new Command("doctor", "Find out what stands between this machine and the service.");
        options.AddTo(command);
        command.Options.Add(verbose);
        command.Options.Add(json);
        command.SetAction(result => Edge.Run(session, result.GetValue(json), () =>
        {
            var report = ExamineAsync(session, options.Read(result)).GetAwaiter().GetResult();
            if (result.GetValue(json))
            {
                JsonOutput.Write(session.Terminal, document =>
                {
                    ReportJson.Write(document, report);
                    ProblemPrinter.Write(document, "problems", report.Problems);
                });
            }
            else
            {
                new DoctorPrinter(session.Terminal, result.GetValue(verbose)).Print(report);
            }

            return report.State == CheckState.Ok ? ExitCode.Done : report.IsUsersFault ? ExitCode.InputAtFault : ExitCode.ServiceAtFault;
        }));
        Help.Describe(
            command,
            "slipway doctor --server https://builder.example.com",
            "slipway doctor --server https://builder.example.com --ranges ip-ranges.json --resolver 10.0.0.53",
            "slipway doctor --proxy http://proxy.example.com:8080 --quick",
            "slipway doctor --check C05 --timeout 2 --json");
        return command;
    }

    private static async Task<DoctorReport> ExamineAsync(Session session, DoctorOptions options)
    {
        using var line = new ProgressLine(session.Terminal);
        return await Doctor.ExamineAsync(options, line, session.Cancellation);
    }
}
