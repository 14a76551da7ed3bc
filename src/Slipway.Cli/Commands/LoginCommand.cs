using System.CommandLine;
using System.Globalization;
using Slipway.Cli.Output;
using Slipway.Cli.Remote;
using Slipway.Protocol.Access;
using Slipway.Protocol.Problems;
using Slipway.Signing;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway login</c>: remembers a service and a token for it.</summary>
internal static class LoginCommand
{
    private const string PasswordVariable = "SLIPWAY_PASSWORD";

    public static Command Create(Session session)
    {
        var service = new ServiceOptions();
        service.TokenFile.Description = "File whose first line is a token, or - for standard input: no email address and no password are asked for.";
        var url = new Argument<string?>("url") { Description = "Address of the service; the same as --server.", Arity = ArgumentArity.ZeroOrOne };
        var email = new Option<string?>("--email") { Description = "Email address of the account; otherwise a prompt.", HelpName = "address" };
        var passwordFile = new Option<string?>("--password-file") { Description = $"File whose first line is the password; otherwise ${PasswordVariable}, or a prompt.", HelpName = "file" };
        var json = JsonOption.Create();
        var command = new Command("login", "Log in to a service and remember it.") { url };
        service.AddTo(command);
        foreach (var option in new Option[] { email, passwordFile, json })
            command.Options.Add(option);
        command.SetAction(result => Edge.Run(session, result.GetValue(json), () =>
        {
            var book = ServerBook.OfThisUser();
            var address = service.Address(result.GetValue(url) ?? result.GetValue(service.Server), book.Read());
            service.RequireSafe(result, address, session.Terminal);
            var known = result.GetValue(service.TokenFile) is { } file
                ? CheckAsync(address, TokenText.Read(file), session.Cancellation)
                : LogInAsync(address, Request(session, result.GetValue(email), result.GetValue(passwordFile)), session.Cancellation);
            var server = known.GetAwaiter().GetResult();
            book.Add(server);
            Tell(session.Terminal, result.GetValue(json), server);
            return ExitCode.Done;
        }));
        Help.Describe(command, "slipway login https://builder.example.com --email ada@example.com", "slipway login http://127.0.0.1:8484 --token-file admin.token");
        return command;
    }

    private static SessionRequest Request(Session session, string? email, string? passwordFile)
    {
        var terminal = session.Terminal;
        if (email is null && !terminal.CanAsk)
            throw new ProblemException(NetworkProblems.NoToken.At("--email", "Nobody is there to be asked for an email address, and no token was given."));
        if (email is null)
        {
            terminal.Error.Writer.Write("Email: ");
            email = Console.ReadLine() ?? "";
        }

        var given = passwordFile is not null || Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } || !terminal.CanAsk;
        return new SessionRequest(email.Trim(), given ? new PasswordSource(passwordFile, PasswordVariable).Read() : PasswordPrompt.Read(terminal, "Password: "));
    }

    private static async Task<KnownServer> LogInAsync(Uri address, SessionRequest request, CancellationToken cancellation)
    {
        using var client = ServiceClient.Open(address, null);
        var opened = await client.Sessions.LogInAsync(request, cancellation);
        return new KnownServer(address.AbsoluteUri, opened.Token, opened.ExpiresAt);
    }

    private static async Task<KnownServer> CheckAsync(Uri address, string token, CancellationToken cancellation)
    {
        using var client = ServiceClient.Open(address, token);
        await client.Sessions.RequireAsync(cancellation);
        return new KnownServer(address.AbsoluteUri, token, null);
    }

    private static void Tell(Terminal terminal, bool json, KnownServer server)
    {
        var until = server.ExpiresAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
        if (json)
        {
            JsonOutput.Write(terminal, document =>
            {
                document.WriteString("status", "Finished");
                document.WriteString("server", server.Url);
                document.WriteString("expiresAt", server.ExpiresAt?.ToString("O", CultureInfo.InvariantCulture));
            });
            return;
        }

        terminal.Out.Line($"logged in to {Terminal.Clean(server.Url)}{(until is null ? "" : $" until {until}")}");
    }
}
