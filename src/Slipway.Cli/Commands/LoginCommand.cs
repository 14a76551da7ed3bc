using System.CommandLine;
using System.Globalization;
using Slipway.Cli.Output;
using Slipway.Cli.Remote;
using Slipway.Protocol.Access;
using Slipway.Protocol.Problems;
using Slipway.Signing;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway login</c>: logs in to a service and stores a token for it.</summary>
internal static class LoginCommand
{
    private const string PasswordVariable = "SLIPWAY_PASSWORD";
    private const string NoToken = "What was typed is not a token.";

    public static Command Create(CommandContext session)
    {
        var service = new ServiceOptions();
        service.TokenFile.Description = $"File whose first line is a token, or - for standard input. Default: ${ServiceOptions.TokenVariable}. Without any, a prompt takes an email address or a token.";
        var url = new Argument<string?>("url") { Description = "Address of the service, like --service.", Arity = ArgumentArity.ZeroOrOne };
        var email = new Option<string?>("--email") { Description = "Email address of the account. Default: ask for it.", HelpName = "address" };
        var passwordFile = new Option<string?>("--password-file") { Description = $"File whose first line is the password. Default: ${PasswordVariable}, or a prompt.", HelpName = "file" };
        var organisation = new Option<string?>("--organisation") { Description = "Name of the organisation, if several have an account with this email address and password.", HelpName = "name" };
        var json = JsonOption.Create();
        var command = new Command("login", "Log in to a service and remember it.") { url };
        service.AddTo(command);
        foreach (var option in new Option[] { email, passwordFile, organisation, json })
            command.Options.Add(option);
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            var book = KnownServiceStore.OfThisUser();
            var address = service.Address(result.GetValue(url) ?? result.GetValue(service.Service), book.Read());
            service.RequireSafe(result, address, session.Terminal);
            var server = Ask(session, address, result.GetValue(service.TokenFile), result.GetValue(email), result.GetValue(passwordFile), result.GetValue(organisation)).GetAwaiter().GetResult();
            book.Add(server);
            Tell(session.Terminal, result.GetValue(json), server);
            return ExitCode.Done;
        }));
        HelpExamples.Describe(command, "slipway login https://builder.example.com --email ada@example.com", "slipway login http://127.0.0.1:8484 --token-file -");
        return command;
    }

    private static Task<KnownService> Ask(CommandContext session, Uri address, string? tokenFile, string? email, string? passwordFile, string? organisation)
    {
        var terminal = session.Terminal;
        if (tokenFile is not null)
            return CheckAsync(address, tokenFile == "-" && terminal.CanAsk ? AskToken(terminal) : TokenReader.Read(tokenFile), session.Cancellation);
        if (email is null && TokenReader.FromVariable(ServiceOptions.TokenVariable) is { } token)
            return CheckAsync(address, token, session.Cancellation);
        email = email?.Trim() ?? "";
        if (email.Length == 0)
            email = AskEmail(terminal, address);
        // People who have a token often paste it at the first prompt.
        if (email.StartsWith(TokenReader.Prefix, StringComparison.Ordinal))
            return CheckAsync(address, TokenReader.Require(email, "prompt", NoToken), session.Cancellation);
        if (email.Length == 0)
            return CheckAsync(address, AskToken(terminal), session.Cancellation);
        var given = passwordFile is not null || PasswordSource.IsIn(PasswordVariable) || !terminal.CanAsk;
        var password = given ? new PasswordSource(passwordFile, PasswordVariable).Read() : PasswordPrompt.Read(terminal, "Password: ");
        return LogInAsync(address, new SessionRequest(email, password, organisation), session.Cancellation);
    }

    private static string AskEmail(Terminal terminal, Uri address)
    {
        if (!terminal.CanAsk)
        {
            var command = $"slipway login {address.GetLeftPart(UriPartial.Authority)}";
            throw new ProblemException(NetworkProblems.NoToken.At(
                "--token-file",
                "Neither a token nor an email address was given, and there is no terminal on which to ask for one.",
                $"Give a token: {command} --token-file FILE, or --token-file - on standard input, or SLIPWAY_TOKEN. Or give an account: {command} --email ADDRESS with --password-file FILE or {PasswordVariable}."));
        }

        terminal.Error.Writer.Write("Email, or nothing to give a token: ");
        return Console.ReadLine()?.Trim() ?? throw new ProblemException(NetworkProblems.NoToken.At("prompt", "The input ended without an answer."));
    }

    private static string AskToken(Terminal terminal) => TokenReader.Require(PasswordPrompt.Read(terminal, "Token: "), "prompt", NoToken);

    private static async Task<KnownService> LogInAsync(Uri address, SessionRequest request, CancellationToken cancellation)
    {
        using var client = ServiceClient.Open(address, null);
        var opened = await client.Sessions.LogInAsync(request, cancellation);
        return new KnownService(address.AbsoluteUri, opened.Token, opened.ExpiresAt);
    }

    private static async Task<KnownService> CheckAsync(Uri address, string token, CancellationToken cancellation)
    {
        using var client = ServiceClient.Open(address, token);
        await client.Sessions.RequireAsync(cancellation);
        return new KnownService(address.AbsoluteUri, token, null);
    }

    private static void Tell(Terminal terminal, bool json, KnownService server)
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
