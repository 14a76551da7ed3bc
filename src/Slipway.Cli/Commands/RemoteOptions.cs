using System.CommandLine;
using System.CommandLine.Parsing;
using Slipway.Protocol.Launches;

namespace Slipway.Cli.Commands;

/// <summary>Options of <c>slipway build</c> for builds at a service.</summary>
internal sealed class RemoteOptions
{
    private const string Keystore = "keystore";
    private const string Certificate = "certificate";
    private const string Profile = "profile";

    private static readonly string[] Kinds = [Keystore, Certificate, Profile];

    public ServiceOptions Service { get; } = new();

    public Option<bool> Remote { get; } = new("--remote") { Description = "Build at a service instead of on this machine: $SLIPWAY_SERVICE, or the one you logged in to last." };

    public Option<string?> Application { get; } = new("--application") { Description = "Application at the service. Default: the app's name.", HelpName = "name" };

    public Option<string?> Environment { get; } = new("--environment") { Description = "Environment at the service. Default: Development.", HelpName = "name" };

    public Option<string[]> Credential { get; } = new("--credential")
    {
        Description = "Credential in the service's vault to sign with, such as keystore=release. Kinds: keystore, certificate, profile.",
        HelpName = "kind=name",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<bool> Qr { get; } = new("--qr") { Description = "Print the QR code for installation even if the output is not a terminal." };

    public void AddTo(Command command)
    {
        Service.Service.Description = "Build at the service with this address instead of on this machine.";
        command.Options.Add(Service.Service);
        command.Options.Add(Remote);
        foreach (var option in Dependent)
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (!IsRemote(result) && Dependent.FirstOrDefault(o => result.GetResult(o) is not null) is { } alone)
                result.AddError($"{alone.Name} needs --service.");
            foreach (var token in result.GetResult(Credential)?.Tokens ?? [])
            {
                if (!Kinds.Contains(token.Value.Split('=')[0]) || token.Value.EndsWith('=') || !token.Value.Contains('='))
                    result.AddError($"--credential takes keystore=NAME, certificate=NAME or profile=NAME, not '{token.Value}'.");
            }
        });
    }

    /// <summary>Returns whether the build is made at a service.</summary>
    public bool IsRemote(ParseResult result) => result.GetValue(Service.Service) is not null || result.GetValue(Remote);

    /// <summary>Returns the credentials in the vault that sign the package.</summary>
    public LaunchCredentials Credentials(ParseResult result)
    {
        var named = (result.GetValue(Credential) ?? []).Select(text => text.Split('=', 2)).ToLookup(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        return new LaunchCredentials(named[Keystore].LastOrDefault(), named[Certificate].LastOrDefault(), named[Profile].LastOrDefault());
    }

    private Option[] Dependent => [Service.TokenFile, Service.InsecureHttp, Application, Environment, Credential, Qr];

    private bool IsRemote(CommandResult result) => result.GetResult(Service.Service) is not null || result.GetResult(Remote) is not null;
}
