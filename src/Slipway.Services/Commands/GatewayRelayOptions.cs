using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using Slipway.Connect.Certificates;
using Slipway.Gateway.Relay;
using Slipway.Protocol.Client;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Proxies;
using Slipway.Protocol.Text;
using IPNetwork = System.Net.IPNetwork;

namespace Slipway.Services.Commands;

/// <summary>Options of <c>slipway gateway relay</c>.</summary>
internal sealed class GatewayRelayOptions
{
    private const int MostSeconds = 86_400;

    public Option<string[]> Listen { get; } = new("--listen") { Description = "Addresses to listen on. Default: 0.0.0.0:8443.", HelpName = "address:port", AllowMultipleArgumentsPerToken = true };

    public Option<string> Certificate { get; } = new("--certificate") { Description = "PEM file with the certificate and its chain. The relay answers to the names in it, and reloads the file when it changes.", HelpName = "file", Required = true };

    public Option<string> Key { get; } = new("--key") { Description = "PEM file with the private key of the certificate.", HelpName = "file", Required = true };

    public Option<string> Service { get; } = new("--service", "--server") { Description = "Address of the service.", HelpName = "url", Required = true };

    public Option<string[]> ServiceKey { get; } = new("--certificate-pin", "--server-key") { Description = "SHA-256 of a public key that must be in the service's certificate chain.", HelpName = "sha256/base64", AllowMultipleArgumentsPerToken = true };

    public Option<string?> Proxy { get; } = new("--proxy") { Description = "Proxy on the way to the service, http or https. Default: $HTTPS_PROXY, or none.", HelpName = "url" };

    public Option<string?> ProxyPasswordFile { get; } = new("--proxy-password-file") { Description = "File whose first line is the password of the proxy's user.", HelpName = "file" };

    public Option<string?> ClientCa { get; } = new("--client-ca") { Description = "PEM file with the CAs of people's client certificates. The relay tells the service who presented one.", HelpName = "file" };

    public Option<bool> RequireClientCertificate { get; } = new("--require-client-certificate") { Description = "Refuse clients without a certificate." };

    public Option<string?> PersonHeader { get; } = new("--person-header") { Description = "Header in which a trusted proxy says which person makes the request.", HelpName = "name" };

    public Option<string[]> PersonFrom { get; } = new("--person-from") { Description = "Address or network of a proxy whose --person-header is trusted.", HelpName = "network", AllowMultipleArgumentsPerToken = true };

    public Option<bool> Workers { get; } = new("--workers") { Description = "Also pass requests of workers." };

    public Option<int?> MaxConnections { get; } = new("--max-connections") { Description = "Maximum number of connections. Default: 10,000, or what the limit of open files allows. At the limit, the connection that has been idle longest is closed.", HelpName = "number" };

    public Option<int?> MaxPerAddress { get; } = new("--max-connections-per-address") { Description = "Maximum number of connections from one network address, except those of --person-from. Default: a quarter of --max-connections.", HelpName = "number" };

    public Option<int> AnswerSeconds { get; } = new("--answer-seconds") { Description = "How long the service may take to answer once it has the whole request, in seconds.", HelpName = "number", DefaultValueFactory = _ => 120 };

    public Option<int> IdleSeconds { get; } = new("--idle-seconds") { Description = "Idle timeout of a request, in seconds. Live logs are never silent for more than 15.", HelpName = "number", DefaultValueFactory = _ => 600 };

    public Option<int> DrainSeconds { get; } = new("--drain-seconds") { Description = "How long running requests may continue after a signal to stop, in seconds.", HelpName = "number", DefaultValueFactory = _ => 30 };

    public Option<string?> Admin { get; } = new("--admin") { Description = "Address for /healthz, /readyz and /metrics, without TLS.", HelpName = "address:port" };

    public Option<string> Log { get; } = new("--log") { Description = "File for the log, one line of JSON per request; - for standard output.", HelpName = "file", DefaultValueFactory = _ => "-" };

    public Option<bool> Json { get; } = new("--json") { Description = "Print one line of JSON for each event." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
                 {
                     Listen, Certificate, Key, Service, ServiceKey, Proxy, ProxyPasswordFile, ClientCa, RequireClientCertificate, PersonHeader, PersonFrom,
                     Workers, MaxConnections, MaxPerAddress, AnswerSeconds, IdleSeconds, DrainSeconds, Admin, Log, Json,
                 })
        {
            command.Options.Add(option);
        }

        Listen.Validators.Add(result => Check(result, token => Endpoint(token) is not null, "address:port"));
        Admin.Validators.Add(result => Check(result, token => Endpoint(token) is not null, "address:port"));
        ServiceKey.Validators.Add(result => Check(result, token => KeyPin.Parse(token) is not null, "sha256/base64"));
        PersonFrom.Validators.Add(result => Check(result, token => Network(token) is not null, "10.0.0.0/8"));
        PersonHeader.Validators.Add(result => Check(result, token => token.Length > 0 && token.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'), "X-Remote-User"));
        foreach (var (option, least, most) in new (Option, int, int)[] { (MaxConnections, 1, 1_000_000), (MaxPerAddress, 1, 1_000_000), (AnswerSeconds, 1, MostSeconds), (IdleSeconds, 1, MostSeconds), (DrainSeconds, 0, MostSeconds) })
            option.Validators.Add(result => Check(result, token => int.TryParse(token, out var number) && number >= least && number <= most, $"a number from {least} to {most}"));
        command.Validators.Add(result =>
        {
            if (result.GetResult(RequireClientCertificate) is { Implicit: false } && result.GetResult(ClientCa) is null)
                result.AddError("--require-client-certificate needs --client-ca.");
            if ((result.GetResult(PersonHeader) is null) != (result.GetResult(PersonFrom) is null or { Tokens.Count: 0 }))
                result.AddError("--person-header and --person-from need each other.");
            if (result.GetResult(ProxyPasswordFile) is not null && result.GetResult(Proxy) is null)
                result.AddError("--proxy-password-file needs --proxy.");
        });
    }

    public RelaySettings Settings(ParseResult result)
    {
        var server = ServiceAddress.Parse(result.GetRequiredValue(Service), "--service");
        if (ServiceAddress.IsExposed(server))
            throw new ProblemException(NetworkProblems.Unencrypted.At("--service", "The address begins with http and is not on this machine.", "Use https."));
        return new RelaySettings(server, Path.GetFullPath(result.GetRequiredValue(Certificate)), Path.GetFullPath(result.GetRequiredValue(Key)))
        {
            Listen = result.GetValue(Listen) is { Length: > 0 } places ? [.. places.Select(place => Endpoint(place)!)] : [new IPEndPoint(IPAddress.Any, 8443)],
            Proxy = ProxyOf(result, server),
            ServiceKeys = [.. (result.GetValue(ServiceKey) ?? []).Select(pin => KeyPin.Parse(pin)!.Value)],
            ClientAuthority = result.GetValue(ClientCa) is { } authority ? Path.GetFullPath(authority) : null,
            ClientCertificateRequired = result.GetValue(RequireClientCertificate),
            PersonHeader = result.GetValue(PersonHeader),
            PersonSources = [.. (result.GetValue(PersonFrom) ?? []).Select(source => Network(source)!.Value)],
            Identity = MachineIdentityStore.OfThisUser().Find(server),
            Workers = result.GetValue(Workers),
            MostConnections = result.GetValue(MaxConnections),
            MostPerAddress = result.GetValue(MaxPerAddress),
            AnswerTime = TimeSpan.FromSeconds(result.GetValue(AnswerSeconds)),
            IdleTime = TimeSpan.FromSeconds(result.GetValue(IdleSeconds)),
            Administration = result.GetValue(Admin) is { } admin ? Endpoint(admin) : null,
        };
    }

    private RelayProxy? ProxyOf(ParseResult result, Uri server)
    {
        if (result.GetValue(Proxy) is { } text)
        {
            if (text.Contains('@', StringComparison.Ordinal) && text.Split('@')[0].Split("://")[^1].Contains(':', StringComparison.Ordinal))
                throw new ProblemException(RelayProblems.ProxyInvalid.At("--proxy", "The address contains a password, which every user of this machine could see."));
            return RelayProxy.Parse(text, result.GetValue(ProxyPasswordFile) is { } file ? FirstLine(file) : null, "--proxy");
        }

        if (ProxyEnvironment.OfThisProcess().For(server) is not { } proxy)
            return null;
        var address = new UriBuilder(proxy.Address) { UserName = Uri.EscapeDataString(proxy.User ?? "") };
        return RelayProxy.Parse(address.Uri.OriginalString, proxy.Password, proxy.Source);
    }

    private static string FirstLine(string file)
    {
        try
        {
            return FirstLineFile.FirstLine(file) ?? throw new ProblemException(RelayProblems.ProxyInvalid.At(file, "The password file is neither UTF-8 nor UTF-16 with a byte order mark.", "Save the file as UTF-8."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(RelayProblems.ProxyInvalid.At(file, "The password file is missing or cannot be read."), e);
        }
    }

    private static void Check(OptionResult result, Func<string, bool> fits, string form)
    {
        foreach (var token in result.Tokens.Select(t => t.Value).Where(t => !fits(t)))
            result.AddError($"{result.Option.Name} {token} is not of the form {form}.");
    }

    private static IPEndPoint? Endpoint(string text) => text.Contains(':', StringComparison.Ordinal) && IPEndPoint.TryParse(text, out var place) && (place.Port > 0 || text.EndsWith(":0", StringComparison.Ordinal)) ? place : null;

    private static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : null;
}
