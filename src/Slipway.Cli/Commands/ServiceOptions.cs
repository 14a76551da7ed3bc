using System.CommandLine;
using Slipway.Cli.Output;
using Slipway.Cli.Remote;
using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Cli.Commands;

/// <summary>Options that select a service and its token.</summary>
internal sealed class ServiceOptions
{
    /// <summary>Environment variable with the token.</summary>
    public const string TokenVariable = "SLIPWAY_TOKEN";

    private const string ServiceVariable = "SLIPWAY_SERVICE";

    // As it was called at first.
    private const string OlderServiceVariable = "SLIPWAY_SERVER";

    public Option<string?> Service { get; } = new("--service", "--server")
    {
        Description = $"Address of the service. Default: ${ServiceVariable}, or the one you logged in to last.",
        HelpName = "url",
    };

    public Option<string?> TokenFile { get; } = new("--token-file")
    {
        Description = $"File whose first line is the token, or - for standard input. Default: ${TokenVariable}, or that of slipway login.",
        HelpName = "file",
    };

    public Option<bool> InsecureHttp { get; } = new("--insecure-http") { Description = "Allow sending the token to another machine without encryption." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Service, TokenFile, InsecureHttp })
            command.Options.Add(option);
    }

    /// <summary>Returns a client of the selected service.</summary>
    /// <param name="result">The parsed command line.</param>
    /// <param name="terminal">Receives a warning; null for none.</param>
    /// <exception cref="ProblemException">No service is selected, there is no token, or the token would be sent unencrypted.</exception>
    public SlipwayClient Open(ParseResult result, Terminal? terminal = null)
    {
        var list = KnownServiceStore.OfThisUser().Read();
        var address = Address(result, list);
        var token = FindToken(result, address, list) ?? throw new ProblemException(NetworkProblems.NoToken.At(address.Authority, "There is no token for this service."));
        RequireSafe(result, address, terminal);
        return ServiceClient.Open(address, token);
    }

    /// <summary>Returns the token for a service; null if there is none.</summary>
    /// <exception cref="ProblemException">The token cannot be read.</exception>
    public string? FindToken(ParseResult result, Uri address, KnownServiceList list) =>
        result.GetValue(TokenFile) is { } file ? TokenReader.Read(file)
            : TokenReader.FromVariable(TokenVariable)
            ?? list.Services.FirstOrDefault(s => s.Url == address.AbsoluteUri)?.Token;

    /// <summary>Returns the address of the selected service.</summary>
    /// <exception cref="ProblemException">No service is selected, or its address is malformed.</exception>
    public Uri Address(ParseResult result, KnownServiceList list) => Address(result.GetValue(Service), list);

    /// <summary>Returns the address of the selected service, which may come from somewhere else than the option.</summary>
    /// <exception cref="ProblemException">No service is selected, or its address is malformed.</exception>
    public Uri Address(string? named, KnownServiceList list)
    {
        if (named is not null)
            return ServiceAddress.Parse(named, Service.Name);
        foreach (var name in new[] { ServiceVariable, OlderServiceVariable })
        {
            if (GivenText.Variable(name) is { } variable)
                return ServiceAddress.Parse(variable, name);
        }

        return list.Current is { } current
            ? ServiceAddress.Parse(current, "servers.json")
            : throw new ProblemException(NetworkProblems.NoService.At(Service.Name, "No service was named."));
    }

    /// <summary>Checks that the address is encrypted or loopback, or that the user allows it to be unencrypted.</summary>
    /// <exception cref="ProblemException">The address is unencrypted, and the user does not allow it.</exception>
    public void RequireSafe(ParseResult result, Uri address, Terminal? terminal)
    {
        if (!ServiceAddress.IsExposed(address))
            return;
        if (!result.GetValue(InsecureHttp))
            throw new ProblemException(NetworkProblems.Unencrypted.At(address.Authority, "The address begins with http and leads to another machine."));
        terminal?.Error.Line($"{terminal.Error.Yellow("warning")} what is sent to {Terminal.Clean(address.Authority)} is not encrypted");
    }
}
