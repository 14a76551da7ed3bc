using System.CommandLine;
using Slipway.Cli.Output;
using Slipway.Cli.Remote;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway builds</c>: manages builds at a service.</summary>
internal static class BuildsCommand
{
    public static Command Create(CommandContext session)
    {
        var command = new Command("builds", "List, follow, download, cancel and retry builds at a service.")
        {
            ListVerb(session), ShowVerb(session), BuildLogsVerb.Create(session), CancelVerb(session), RetryVerb(session), DownloadVerb(session),
            BuildLinksVerbs.List(session), BuildLinksVerbs.Withdraw(session),
        };
        HelpExamples.Describe(command, "slipway builds list", "slipway builds logs 0197f3a2-5c1e-7d44-9a6b-2f1c3e5d7a90 --follow");
        return command;
    }

    /// <summary>The argument that names a build.</summary>
    public static Argument<Guid> Key()
    {
        var key = new Argument<Guid>("build") { Description = "Id of the build, as slipway builds list shows it." };
        key.CompletionSources.Add(_ => CompletionSuggestions.Builds());
        return key;
    }

    private static Command ListVerb(CommandContext session)
    {
        var application = new Option<string?>("--application") { Description = "Only builds of this application.", HelpName = "name" };
        var environment = new Option<string?>("--environment") { Description = "Only builds of this environment.", HelpName = "name" };
        var platform = new Option<string?>("--platform") { Description = "Only builds for this platform." };
        platform.AcceptOnlyFromAmong("android", "ios");
        var status = new Option<string?>("--status") { Description = "Only builds with this status." };
        status.AcceptOnlyFromAmong([.. Enum.GetNames<BuildStatus>().Where(name => name != nameof(BuildStatus.Shielding)).Select(name => name.ToLowerInvariant())]);
        var limit = new Option<int>("--limit") { Description = "Maximum number to show.", HelpName = "number", DefaultValueFactory = _ => 20 };
        limit.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number is < 1 or > 100)
                result.AddError("--limit is a number from 1 to 100.");
        });
        return ServiceVerb.Create(
            session,
            "list",
            "List builds, the newest first.",
            [application, environment, platform, status, limit],
            async (client, result, json) =>
            {
                var search = new BuildSearch(result.GetValue(application), result.GetValue(environment), result.GetValue(platform), result.GetValue(status), result.GetValue(limit));
                RemoteBuildPrinter.Print(session.Terminal, client.Service, (await client.Builds.ListAsync(search, session.Cancellation)).Results, json);
                return ExitCode.Done;
            },
            "slipway builds list",
            "slipway builds list --application 'Field Notes' --status error --json");
    }

    private static Command ShowVerb(CommandContext session)
    {
        var key = Key();
        return ServiceVerb.Create(
            session, "show", "Show a build.", [key], async (client, result, json) => Print(session, client, await client.Builds.ShowAsync(result.GetValue(key), session.Cancellation), json), "slipway builds show 0197f3a2-5c1e-7d44-9a6b-2f1c3e5d7a90");
    }

    private static Command CancelVerb(CommandContext session)
    {
        var key = Key();
        return ServiceVerb.Create(
            session, "cancel", "Cancel a build.", [key], async (client, result, json) => Print(session, client, await client.Builds.CancelAsync(result.GetValue(key), session.Cancellation), json), "slipway builds cancel 0197f3a2-5c1e-7d44-9a6b-2f1c3e5d7a90");
    }

    private static Command RetryVerb(CommandContext session)
    {
        var key = Key();
        return ServiceVerb.Create(
            session, "retry", "Run a failed or cancelled build again, as a new build.", [key], async (client, result, json) => Print(session, client, await client.Builds.RetryAsync(result.GetValue(key), session.Cancellation), json), "slipway builds retry 0197f3a2-5c1e-7d44-9a6b-2f1c3e5d7a90");
    }

    private static Command DownloadVerb(CommandContext session)
    {
        var key = Key();
        var output = new Option<string>("--out") { Description = "Folder for the files.", HelpName = "folder", DefaultValueFactory = _ => "dist" };
        var all = new Option<bool>("--all") { Description = "Also download what comes with the package, such as the log." };
        return ServiceVerb.Create(
            session,
            "download",
            "Download the package of a build.",
            [key, output, all],
            async (client, result, json) =>
            {
                var build = await client.Builds.ShowAsync(result.GetValue(key), session.Cancellation);
                if (build.Status != BuildStatus.Finished)
                    throw new ProblemException(ServiceProblems.NotFound.At(build.Key.ToString(), $"The build has no artifacts: its status is {build.Status}."));
                using var news = new BuildProgressPrinter(session.Terminal, json);
                var wanted = build.Artifacts.Where(a => result.GetValue(all) || a.Kind == ArtifactKind.Binary);
                var artifacts = await ArtifactFetch.FetchAsync(client, build, wanted, result.GetRequiredValue(output), news, session.Cancellation);
                if (json)
                    JsonOutput.Write(session.Terminal, document => ArtifactPrinter.Write(document, artifacts, []));
                else
                    ArtifactPrinter.Print(session.Terminal, artifacts, []);
                return ExitCode.Done;
            },
            "slipway builds download 0197f3a2-5c1e-7d44-9a6b-2f1c3e5d7a90 --out dist");
    }

    private static int Print(CommandContext session, SlipwayClient client, BuildDescription build, bool json)
    {
        RemoteBuildPrinter.Print(session.Terminal, client.Service, build, json);
        return ExitCode.Done;
    }
}
