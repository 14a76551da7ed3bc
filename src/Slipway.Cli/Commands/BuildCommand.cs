using System.CommandLine;
using Slipway.Build;
using Slipway.Cli.Output;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway build</c>: from a web app to a package.</summary>
internal static class BuildCommand
{
    public static Command Create(Session session)
    {
        var command = new Command("build", "Build a package from a web app.");
        var options = new BuildOptions();
        options.AddTo(command);
        command.SetAction(result => Edge.Run(session, result.GetValue(options.Json), () => Run(session, options, result)));
        Help.Describe(
            command,
            "slipway build samples/field-notes",
            "slipway build www --id com.example.notes --name Notes --out dist",
            "slipway build app.zip --type release --keystore release.p12 --keystore-password-file password.txt",
            "slipway build www --id com.example.notes --platform ios --type simulator",
            "slipway build app.zip --platform ios --certificate dev.p12 --certificate-password-file password.txt --profile dev.mobileprovision");
        return command;
    }

    private static int Run(Session session, BuildOptions options, ParseResult result)
    {
        BuildReport report;
        using (var progress = new ProgressLine(session.Terminal))
            report = Pipeline.Run(options.Request(result), BuildEnvironment.OfThisUser(), progress, session.Cancellation);
        if (result.GetValue(options.Json))
            JsonOutput.Write(session.Terminal, json => Write(json, report));
        else
            Print(session.Terminal, report);
        return ExitCode.Done;
    }

    private static void Print(Terminal terminal, BuildReport report)
    {
        ProblemPrinter.Print(terminal.Error, report.Notices);
        var ink = terminal.Out;
        foreach (var (plan, artifacts) in report.Results)
        {
            ink.Line($"{ink.Bold(Terminal.Clean(plan.Name))} {plan.VersionName} ({plan.Build})  {ink.Dim(plan.Id)}");
            foreach (var artifact in artifacts)
            {
                ink.Line($"  {ink.Green(Terminal.Clean(artifact.Path))}  {Size.Of(artifact.Size)}");
                ink.Line(ink.Dim($"  sha256 {artifact.Sha256}"));
            }
        }

        var stages = report.Timings.Stages.Where(s => s.Milliseconds >= 0.5).Select(s => $"{s.Stage} {s.Milliseconds:0}");
        ink.Line(ink.Dim($"  {report.Timings.Total:0} ms: {string.Join(", ", stages)}"));
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, BuildReport report)
    {
        ArtifactPrinter.Write(json, [.. report.Artifacts]);
        json.WriteStartObject("timings");
        foreach (var (stage, milliseconds) in report.Timings.Stages)
            json.WriteNumber(stage, Math.Round(milliseconds, 2));
        json.WriteNumber("total", Math.Round(report.Timings.Total, 2));
        json.WriteEndObject();
        ProblemPrinter.Write(json, "problems", report.Notices);
    }
}
