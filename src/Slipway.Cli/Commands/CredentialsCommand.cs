using System.CommandLine;
using Slipway.Cli.Output;
using Slipway.Cli.Remote;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway credentials</c>: creates keystores on this machine, and manages the credentials in the vault of a service.</summary>
internal static class CredentialsCommand
{
    public static Command Create(CommandContext session)
    {
        var command = new Command("credentials", "Create signing keys here, and keep credentials in a service's vault.")
        {
            CredentialsCreateVerb.Create(session), CredentialsAddVerb.Create(session), ListVerb(session), RemoveVerb(session),
        };
        HelpExamples.Describe(command, "slipway credentials create release.p12 --alias release", "slipway credentials add release.p12 --name release --password-file password.txt", "slipway credentials list");
        return command;
    }

    private static Command ListVerb(CommandContext session) => ServiceVerb.Create(
        session,
        "list",
        "List the credentials in the vault of a service.",
        [],
        async (client, _, json) =>
        {
            CredentialPrinter.Print(session.Terminal, await client.Credentials.ListAsync(session.Cancellation), json);
            return ExitCode.Done;
        },
        "slipway credentials list");

    private static Command RemoveVerb(CommandContext session)
    {
        var name = new Argument<string>("name") { Description = "Name or id of the credential." };
        name.CompletionSources.Add(_ => CompletionSuggestions.Credentials());
        return ServiceVerb.Create(
            session,
            "remove",
            "Remove a credential from the vault of a service.",
            [name],
            async (client, result, json) =>
            {
                var wanted = result.GetRequiredValue(name);
                var found = (await client.Credentials.ListAsync(session.Cancellation)).FirstOrDefault(c => c.Name == wanted || c.Id.ToString() == wanted)
                    ?? throw new ProblemException(ServiceProblems.NotFound.At(wanted, "There is no credential with this name."));
                await client.Credentials.RemoveAsync(found.Id, session.Cancellation);
                if (json)
                    JsonOutput.Write(session.Terminal, document => document.WriteString("status", "Finished"));
                else
                    session.Terminal.Out.Line($"removed {Terminal.Clean(found.Name)}");
                return ExitCode.Done;
            },
            "slipway credentials remove release");
    }
}
