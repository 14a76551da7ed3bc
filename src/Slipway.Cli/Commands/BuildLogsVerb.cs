using System.CommandLine;
using System.Globalization;
using Slipway.Cli.Output;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway builds logs</c>: prints or follows the log of a build.</summary>
internal static class BuildLogsVerb
{
    public static Command Create(CommandContext session)
    {
        var key = BuildsCommand.Key();
        var follow = new Option<bool>("--follow") { Description = "Print new lines until the build ends. The exit code tells whether it succeeded." };
        return ServiceVerb.Create(
            session,
            "logs",
            "Print the log of a build. With --json, wait until the build ends.",
            [key, follow],
            (client, result, json) => json ? WriteAsync(session, client, result.GetValue(key))
                : result.GetValue(follow) ? FollowAsync(session, client, result.GetValue(key))
                : PrintAsync(session, client, result.GetValue(key)),
            "slipway builds logs 0197f3a2-5c1e-7d44-9a6b-2f1c3e5d7a90",
            "slipway builds logs 0197f3a2-5c1e-7d44-9a6b-2f1c3e5d7a90 --follow");
    }

    private static async Task<int> PrintAsync(CommandContext session, SlipwayClient client, Guid key)
    {
        await client.Builds.LogAsync(key, part => session.Terminal.Out.Writer.Write(Terminal.Clean(part)), session.Cancellation);
        return ExitCode.Done;
    }

    private static async Task<int> FollowAsync(CommandContext session, SlipwayClient client, Guid key)
    {
        var ink = session.Terminal.Out;
        BuildDescription? ended = null;
        await foreach (var news in client.Follow().FollowAsync([key], null, session.Cancellation))
        {
            if (news is BuildEvent.Logged { Message: var message })
                ink.Line($"{ink.Dim(message.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))} {message.Severity,-7} {Prefix(message.Stage)}{Prefix(message.Code)}{Terminal.Clean(message.Message)}");
            ended = news is BuildEvent.Ended { Build: var build } ? build : ended;
        }

        return ended is { Status: BuildStatus.Error } failed ? throw Failure(failed) : ExitCode.Done;
    }

    private static async Task<int> WriteAsync(CommandContext session, SlipwayClient client, Guid key)
    {
        var messages = new List<BuildMessage>();
        var status = BuildStatus.Waiting;
        await foreach (var news in client.Follow().FollowAsync([key], null, session.Cancellation))
        {
            if (news is BuildEvent.Logged { Message: var message })
                messages.Add(message);
            status = news is BuildEvent.Ended { Build: var build } ? build.Status : status;
        }

        JsonOutput.Write(session.Terminal, json =>
        {
            json.WriteString("status", status.ToString());
            json.WriteStartArray("messages");
            foreach (var message in messages)
            {
                json.WriteStartObject();
                json.WriteNumber("seq", message.Seq);
                json.WriteString("at", message.At);
                json.WriteString("severity", message.Severity);
                json.WriteString("code", message.Code);
                json.WriteString("stage", message.Stage);
                json.WriteString("message", message.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        return ExitCode.Done;
    }

    private static string Prefix(string? word) => word is null ? "" : Terminal.Clean(word) + " ";

    private static ProblemException Failure(BuildDescription build) =>
        new(build.Problems.Count > 0 ? [.. build.Problems.Select(p => p.ToProblem())] : [ServiceProblems.Cancelled.At(build.Key.ToString(), "The build was cancelled at the service.")]);
}
