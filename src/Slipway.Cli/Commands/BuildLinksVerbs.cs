using System.CommandLine;
using System.Globalization;
using Slipway.Cli.Output;
using Slipway.Protocol.Builds;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway builds links</c> and <c>withdraw</c>: lists and withdraws install links.</summary>
internal static class BuildLinksVerbs
{
    public static Command List(CommandContext session)
    {
        var build = new Argument<Guid?>("build") { Description = "Only links to this build.", Arity = ArgumentArity.ZeroOrOne };
        return ServiceVerb.Create(
            session,
            "links",
            "List install links that are still valid.",
            [build],
            async (client, result, json) =>
            {
                Print(session.Terminal, await client.Builds.LinksAsync(result.GetValue(build), session.Cancellation), json);
                return ExitCode.Done;
            },
            "slipway builds links",
            "slipway builds links 0197f3a2-5c1e-7d44-9a6b-2f1c3e5d7a90 --json");
    }

    public static Command Withdraw(CommandContext session)
    {
        var id = new Argument<Guid>("id") { Description = "Id of the link, as slipway builds links shows it; with --all, of the build." };
        var all = new Option<bool>("--all") { Description = "Withdraw every link to the build's files, including download links." };
        return ServiceVerb.Create(
            session,
            "withdraw",
            "Withdraw an install link.",
            [id, all],
            async (client, result, json) =>
            {
                await client.Builds.WithdrawAsync(result.GetValue(id), result.GetValue(all), session.Cancellation);
                if (json)
                    JsonOutput.Write(session.Terminal, document => document.WriteString("status", "Finished"));
                else
                    session.Terminal.Out.Line("withdrawn");
                return ExitCode.Done;
            },
            "slipway builds withdraw 0197f3a2-77aa-7d44-9a6b-2f1c3e5d7a91",
            "slipway builds withdraw 0197f3a2-5c1e-7d44-9a6b-2f1c3e5d7a90 --all");
    }

    private static void Print(Terminal terminal, IReadOnlyList<InstallLinkDescription> links, bool json)
    {
        if (!json)
        {
            foreach (var link in links)
                terminal.Out.Line($"{link.Id}  until {Time(link.ExpiresAt)}  {Terminal.Clean(link.Name)}  {terminal.Out.Dim($"build {link.Build}, created by {Terminal.Clean(link.MadeBy)}")}\n  {Terminal.Clean(link.Url)}");
            return;
        }

        JsonOutput.Write(terminal, document =>
        {
            document.WriteStartArray("links");
            foreach (var link in links)
            {
                document.WriteStartObject();
                document.WriteString("id", link.Id);
                document.WriteString("build", link.Build);
                document.WriteString("name", link.Name);
                document.WriteString("url", link.Url);
                document.WriteString("madeBy", link.MadeBy);
                document.WriteString("createdAt", link.CreatedAt);
                document.WriteString("expiresAt", link.ExpiresAt);
                document.WriteEndObject();
            }

            document.WriteEndArray();
        });
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
