using System.CommandLine;
using Slipway.Cli.Output;
using Slipway.Cli.Remote;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway logout</c>: forgets a service, and revokes its token if it came from a login.</summary>
internal static class LogoutCommand
{
    public static Command Create(CommandContext session)
    {
        var service = new ServiceOptions();
        var url = new Argument<string?>("url") { Description = "Address of the service, like --service.", Arity = ArgumentArity.ZeroOrOne };
        var json = JsonOption.Create();
        var command = new Command("logout", "Log out of a service and forget its token.") { url, service.Service, json };
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            var book = KnownServiceStore.OfThisUser();
            var list = book.Read();
            var address = service.Address(result.GetValue(url) ?? result.GetValue(service.Service), list);
            var known = list.Services.FirstOrDefault(s => s.Url == address.AbsoluteUri)
                ?? throw new ProblemException(NetworkProblems.NoToken.At(address.Authority, "There is no token for this service."));
            book.Remove(known.Url);
            var ended = known.ExpiresAt is not null && EndAsync(address, known.Token, session.Cancellation).GetAwaiter().GetResult();
            Tell(session.Terminal, result.GetValue(json), known, ended);
            return ExitCode.Done;
        }));
        HelpExamples.Describe(command, "slipway logout", "slipway logout https://builder.example.com");
        return command;
    }

    // A token that the user supplied may be in use elsewhere, so it is not revoked. If the service is unreachable, logging out succeeds all the same.
    private static async Task<bool> EndAsync(Uri address, string token, CancellationToken cancellation)
    {
        using var client = ServiceClient.Open(address, token);
        try
        {
            await client.Sessions.LogOutAsync(cancellation);
            return true;
        }
        catch (ProblemException)
        {
            return false;
        }
    }

    private static void Tell(Terminal terminal, bool json, KnownService server, bool ended)
    {
        if (!json)
        {
            terminal.Out.Line($"logged out of {Terminal.Clean(server.Url)}");
            return;
        }

        JsonOutput.Write(terminal, document =>
        {
            document.WriteString("status", "Finished");
            document.WriteString("server", server.Url);
            document.WriteBoolean("ended", ended);
        });
    }
}
