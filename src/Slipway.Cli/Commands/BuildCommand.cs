using System.CommandLine;
using Slipway.Build;
using Slipway.Cli.Output;
using Slipway.Cli.Remote;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway build</c>: builds packages from a web app.</summary>
internal static class BuildCommand
{
    public static Command Create(CommandContext session)
    {
        var command = new Command("build", "Build a package from a web app.");
        var options = new BuildOptions();
        options.AddTo(command);
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(options.Json), () => Run(session, options, result)));
        HelpExamples.Describe(
            command,
            "slipway build samples/field-notes",
            "slipway build",
            "slipway build www --id com.example.notes --name Notes --out dist",
            "slipway build app.zip --type release --keystore release.p12 --keystore-password-file password.txt",
            "slipway build www --id com.example.notes --platform ios --type simulator",
            "slipway build app.zip --platform ios --certificate dev.p12 --certificate-password-file password.txt --profile dev.mobileprovision",
            "slipway build samples/field-notes --service https://builder.example.com --type release --credential keystore=release");
        return command;
    }

    private static int Run(CommandContext session, BuildOptions options, ParseResult result)
    {
        var json = result.GetValue(options.Json);
        var remote = options.Remote.IsRemote(result);
        var summary = remote ? RunAt(session, options, result) : RunHere(session, options, result);
        if (json)
            JsonOutput.Write(session.Terminal, document => BuildPrinter.Write(document, summary));
        else
            BuildPrinter.Print(session.Terminal, summary);
        if (remote && !json)
            PrintAddresses(session.Terminal, summary, result.GetValue(options.Remote.Qr));
        return ExitCode.Done;
    }

    private static BuildSummary RunHere(CommandContext session, BuildOptions options, ParseResult result)
    {
        using var progress = new ProgressLine(session.Terminal);
        return BuildSummary.Of(Pipeline.Run(options.Request(result), BuildEnvironment.OfThisUser(), progress, session.Cancellation));
    }

    private static BuildSummary RunAt(CommandContext session, BuildOptions options, ParseResult result)
    {
        options.RefuseLocal(result);
        using var client = options.Remote.Service.Open(result, session.Terminal);
        using var news = new BuildProgressPrinter(session.Terminal, result.GetValue(options.Json));
        var request = options.Request(result);
        return new RemoteBuild(client, request, name => options.Launch(result, request, name), news).RunAsync(session.Cancellation).GetAwaiter().GetResult();
    }

    private static void PrintAddresses(Terminal terminal, BuildSummary summary, bool qr)
    {
        foreach (var address in summary.Remote.Select(r => r.InstallAddress).OfType<string>())
        {
            if (qr || terminal.ShowsPictures)
                QrPrinter.Print(terminal.Out, address);
        }
    }
}
