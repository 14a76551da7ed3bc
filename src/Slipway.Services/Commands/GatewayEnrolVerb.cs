using System.CommandLine;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Slipway.Cli;
using Slipway.Cli.Commands;
using Slipway.Cli.Output;
using Slipway.Cli.Remote;
using Slipway.Protocol.Gateways;

namespace Slipway.Services.Commands;

/// <summary><c>slipway gateway enrol</c>: enrols this machine in an environment, so that it can sign its requests.</summary>
internal static class GatewayEnrolVerb
{
    public static Command Create(CommandContext session)
    {
        var server = new Option<string>("--service", "--server") { Description = "Address of the service.", HelpName = "url", Required = true };
        var code = new Option<string>("--code-file") { Description = "File whose first line is the enrolment code that an administrator made; - for standard input.", HelpName = "file", Required = true };
        var json = JsonOption.Create();
        var command = new Command("enrol", "Enrol this machine: it gets a key that proves that launches come through it.") { server, code, json };
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            var address = Protocol.Client.ServiceAddress.Parse(result.GetRequiredValue(server), "--service");
            if (Protocol.Client.ServiceAddress.IsExposed(address))
                throw new Protocol.Problems.ProblemException(Protocol.Problems.NetworkProblems.Unencrypted.At("--service", "The address begins with http and is not on this machine.", "Use https."));
            var identity = EnrolAsync(address, TokenReader.Read(result.GetRequiredValue(code)), session.Cancellation).GetAwaiter().GetResult();
            var store = MachineIdentityStore.OfThisUser();
            store.Save(address, identity);
            Tell(session.Terminal, result.GetValue(json), identity, store.FileOf(address));
            return ExitCode.Done;
        }));
        HelpExamples.Describe(command, "slipway gateway enrol --service https://builder.example.com --code-file code.txt", "pass show builder/code | slipway gateway enrol --service https://builder.example.com --code-file -");
        return command;
    }

    private static async Task<MachineIdentity> EnrolAsync(Uri address, string code, CancellationToken cancellation)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var connection = ServiceClient.Connect(address, null);
        using var request = new HttpRequestMessage(HttpMethod.Post, EnrolmentRequest.Path) { Content = JsonContent.Create(EnrolmentRequest.Of(code, key), GatewayJson.Default.EnrolmentRequest) };
        var answer = await connection.JsonAsync(request, GatewayJson.Default.EnrolmentAnswer, cancellation);
        return new MachineIdentity(address.AbsoluteUri, answer.MachineId, answer.EnvironmentKey, answer.Name, answer.Roles, answer.EnrolledAt) { PrivateKey = Convert.ToBase64String(key.ExportPkcs8PrivateKey()) };
    }

    private static void Tell(Terminal terminal, bool json, MachineIdentity identity, string file)
    {
        if (json)
        {
            JsonOutput.Write(terminal, document =>
            {
                document.WriteString("status", "Finished");
                document.WriteString("name", identity.Name);
                document.WriteString("serverId", identity.MachineId);
                document.WriteString("environmentKey", identity.EnvironmentKey);
                document.WriteStartArray("roles");
                foreach (var role in identity.Roles)
                    document.WriteStringValue(role);
                document.WriteEndArray();
                document.WriteString("file", file);
            });
            return;
        }

        terminal.Out.Line($"{terminal.Out.Green("enrolled")}  {Terminal.Clean(identity.Name)}, {string.Join(" and ", identity.Roles)}");
        terminal.Out.Line(terminal.Out.Dim($"          its key is in {Terminal.Clean(file)}; it signs launches of this user, and requests of the relay"));
    }
}
