using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Slipway.Build;
using Slipway.Cli;
using Slipway.Cli.Commands;
using Slipway.Cli.Output;
using Slipway.Firewall.Feed;
using Slipway.Gateway.Configuration;
using Slipway.Gateway.Feed;

namespace Slipway.Services.Commands;

/// <summary><c>slipway firewall feed</c>: publishes lists for devices that fetch them.</summary>
internal static class FirewallFeedVerb
{
    public static Command Create(CommandContext session)
    {
        var files = new Argument<string[]>("file") { Description = "Lists that slipway firewall watch keeps up to date.", Arity = ArgumentArity.OneOrMore };
        var listen = new Option<string>("--listen") { Description = "Address to listen on.", HelpName = "address:port", DefaultValueFactory = _ => "127.0.0.1:8086" };
        var identity = new Option<string?>("--certificate") { Description = "PEM file with certificate and key, for https.", HelpName = "file" };
        var secret = new Option<string?>("--secret-file") { Description = "File with the secret that signs the URLs; created if it does not exist. A new secret invalidates all earlier URLs.", HelpName = "file" };
        var days = new Option<int>("--days") { Description = "How long the printed URLs are valid.", HelpName = "days", DefaultValueFactory = _ => 365 };
        var json = JsonOption.Create();
        var command = RuntimeVerbs.FirewallFeed.Create();
        command.Arguments.Add(files);
        foreach (var option in new Option[] { listen, identity, secret, days, json })
            command.Options.Add(option);
        listen.Validators.Add(result =>
        {
            try
            {
                _ = result.Tokens is [var token] ? SettingParser.Listen(token.Value) : null;
            }
            catch (FormatException e)
            {
                result.AddError($"--listen: {e.Message}");
            }
        });
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            var path = result.GetValue(secret) ?? Path.Combine(BuildEnvironment.OfThisUser().DataFolder, "feed.secret");
            var signature = new FeedSignature(FeedSecret.Open(path));
            using var certificate = result.GetValue(identity) is { } pem ? X509Certificate2.CreateFromPemFile(pem) : null;
            RunAsync(session, result.GetRequiredValue(files), SettingParser.Listen(result.GetRequiredValue(listen)), certificate, signature, DateTimeOffset.UtcNow.AddDays(result.GetValue(days)), result.GetValue(json)).GetAwaiter().GetResult();
            return ExitCode.Done;
        }));
        HelpExamples.Describe(command, "slipway firewall feed /var/lib/slipway/builder.txt --listen 10.0.0.5:8086", "slipway firewall feed edl.txt plain.txt --certificate feed.pem --days 90");
        return command;
    }

    private static async Task RunAsync(CommandContext session, string[] files, System.Net.IPEndPoint listen, X509Certificate2? certificate, FeedSignature signature, DateTimeOffset expires, bool json)
    {
        await using var server = await FeedServer.StartAsync(files, listen, certificate, signature, TimeProvider.System, session.Cancellation);
        foreach (var path in files.Select(file => "/" + Path.GetFileName(file)))
            Tell(session.Terminal, json, $"{server.Address}{path}?{signature.Query(path, expires)}", expires);
        try
        {
            await Task.Delay(Timeout.Infinite, session.Cancellation);
        }
        catch (OperationCanceledException)
        {
            // The regular end.
        }
    }

    private static void Tell(Terminal terminal, bool json, string address, DateTimeOffset expires)
    {
        if (json)
            terminal.Out.Line($$"""{"event":"listening","url":"{{JsonEncodedText.Encode(address, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}}"}""");
        else
            terminal.Out.Line($"{terminal.Out.Green("ready")}   {address}  {terminal.Out.Dim($"until {expires:yyyy-MM-dd}; &size=N&page=M for parts")}");
    }
}
