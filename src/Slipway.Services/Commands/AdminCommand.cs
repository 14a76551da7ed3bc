using System.CommandLine;
using Slipway.Cli;
using Slipway.Cli.Commands;
using Slipway.Cli.Output;
using Slipway.Server;

namespace Slipway.Services.Commands;

/// <summary><c>slipway admin</c>: administers a service on the machine that it runs on.</summary>
internal static class AdminCommand
{
    private const int MostDays = 365;

    public static Command Create(CommandContext session)
    {
        var command = RuntimeVerbs.Admin.Create();
        command.Subcommands.Add(TokenVerb(session));
        HelpExamples.Describe(command, "slipway admin token --data /srv/slipway");
        return command;
    }

    private static Command TokenVerb(CommandContext session)
    {
        var place = new ServeOptions();
        var organisation = new Option<string?>("--organisation") { Description = "Name of the organisation. Default: the first one, whose administrators also administer the service.", HelpName = "name" };
        var days = new Option<int>("--days") { Description = "How long the token is valid.", HelpName = "number", DefaultValueFactory = _ => (int)AdministratorTokens.FirstLifetime.TotalDays };
        days.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number is < 1 or > MostDays)
                result.AddError($"--days is a number from 1 to {MostDays}.");
        });
        var json = JsonOption.Create();
        var command = new Command("token", "Create a token for an administrator, even while the service runs. Use it if the first token was lost or has expired.") { place.Data, place.Database, organisation, days, json };
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            var life = TimeSpan.FromDays(result.GetValue(days));
            var token = AdministratorTokens.CreateAsync(place.Place(result), result.GetValue(organisation), life, session.Cancellation).GetAwaiter().GetResult();
            Tell(session.Terminal, result.GetValue(json), token, result.GetValue(days));
            return ExitCode.Done;
        }));
        HelpExamples.Describe(command, "slipway admin token --data /srv/slipway", "slipway admin token --data /srv/slipway --json | jq -r .token > admin.token");
        return command;
    }

    private static void Tell(Terminal terminal, bool json, string token, int days)
    {
        if (json)
        {
            JsonOutput.Write(terminal, document =>
            {
                document.WriteString("status", "Finished");
                document.WriteString("token", token);
                document.WriteNumber("days", days);
            });
            return;
        }

        // Standard output has the token alone, so that it can be redirected to a file; the rest goes to standard error.
        terminal.Out.Line(token);
        terminal.Error.Line(terminal.Error.Dim($"valid for {days} days. Log in with it: slipway login URL --token-file FILE, or at its prompt"));
    }
}
