using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using Slipway.Gateway.Relay;
using Slipway.Protocol.Client;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Proxies;
using Slipway.Protocol.Text;
using IPNetwork = System.Net.IPNetwork;

namespace Slipway.Cli.Commands;

/// <summary>Options of <c>slipway gateway relay</c>.</summary>
internal sealed class GatewayRelayOptions
{
    private const int MostSeconds = 86_400;

    public Option<string[]> Listen { get; } = new("--listen") { Description = "Addresses to listen on, by default 0.0.0.0:8443.", HelpName = "address:port", AllowMultipleArgumentsPerToken = true };

    public Option<string> Certificate { get; } = new("--certificate") { Description = "PEM file with the certificate and those of its issuers; read again when it changes. The relay answers to the names in it.", HelpName = "file", Required = true };

    public Option<string> Key { get; } = new("--key") { Description = "PEM file with the certificate's key.", HelpName = "file", Required = true };

    public Option<string> Server { get; } = new("--server") { Description = "Address of the builder.", HelpName = "url", Required = true };

    public Option<string[]> ServerKey { get; } = new("--server-key") { Description = "SHA-256 of the public key that the builder's certificate, or one of its issuers, must have.", HelpName = "sha256/base64", AllowMultipleArgumentsPerToken = true };

    public Option<string?> Proxy { get; } = new("--proxy") { Description = "Proxy on the way to the builder, http or https; otherwise $HTTPS_PROXY, or none.", HelpName = "url" };

    public Option<string?> ProxyPasswordFile { get; } = new("--proxy-password-file") { Description = "File whose first line is the password of the proxy's user.", HelpName = "file" };

    public Option<string?> ClientCa { get; } = new("--client-ca") { Description = "PEM file with those who issue people's certificates: who shows one is named to the builder.", HelpName = "file" };

    public Option<bool> RequireClientCertificate { get; } = new("--require-client-certificate") { Description = "Let nobody in without a certificate." };

    public Option<string?> PersonHeader { get; } = new("--person-header") { Description = "Header in which a source that is trusted says who asks.", HelpName = "name" };

    public Option<string[]> PersonFrom { get; } = new("--person-from") { Description = "Address or network whose header is believed.", HelpName = "network", AllowMultipleArgumentsPerToken = true };

    public Option<bool> Workers { get; } = new("--workers") { Description = "Pass the addresses for workers, too." };

    public Option<int?> MaxConnections { get; } = new("--max-connections") { Description = "Connections at once, by default 10,000 or as many as open files allow. When there is no room, the one that has been idle longest is closed.", HelpName = "number" };

    public Option<int?> MaxPerAddress { get; } = new("--max-connections-per-address") { Description = "Connections of one network address at once, by default a quarter of all; those of --person-from have no such limit.", HelpName = "number" };

    public Option<int> AnswerSeconds { get; } = new("--answer-seconds") { Description = "How long the builder may think about a request that it has got whole.", HelpName = "number", DefaultValueFactory = _ => 120 };

    public Option<int> IdleSeconds { get; } = new("--idle-seconds") { Description = "How long nothing may move in a request. Live logs are never silent for more than 15 seconds.", HelpName = "number", DefaultValueFactory = _ => 600 };

    public Option<int> DrainSeconds { get; } = new("--drain-seconds") { Description = "How long requests may still run after a signal to end.", HelpName = "number", DefaultValueFactory = _ => 30 };

    public Option<string?> Admin { get; } = new("--admin") { Description = "Address for /healthz, /readyz and /metrics, without TLS.", HelpName = "address:port" };

    public Option<string> Log { get; } = new("--log") { Description = "File for a line of JSON for each request; - for standard output.", HelpName = "file", DefaultValueFactory = _ => "-" };

    public Option<bool> Json { get; } = new("--json") { Description = "Print one line of JSON for each event." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
                 {
                     Listen, Certificate, Key, Server, ServerKey, Proxy, ProxyPasswordFile, ClientCa, RequireClientCertificate, PersonHeader, PersonFrom,
                     Workers, MaxConnections, MaxPerAddress, AnswerSeconds, IdleSeconds, DrainSeconds, Admin, Log, Json,
                 })
        {
            command.Options.Add(option);
        }

        Listen.Validators.Add(result => Check(result, token => Endpoint(token) is not null, "address:port"));
        Admin.Validators.Add(result => Check(result, token => Endpoint(token) is not null, "address:port"));
        ServerKey.Validators.Add(result => Check(result, token => KeyPin.Parse(token) is not null, "sha256/base64"));
        PersonFrom.Validators.Add(result => Check(result, token => Network(token) is not null, "10.0.0.0/8"));
        PersonHeader.Validators.Add(result => Check(result, token => token.Length > 0 && token.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'), "X-Remote-User"));
        foreach (var (option, least, most) in new (Option, int, int)[] { (MaxConnections, 1, 1_000_000), (MaxPerAddress, 1, 1_000_000), (AnswerSeconds, 1, MostSeconds), (IdleSeconds, 1, MostSeconds), (DrainSeconds, 0, MostSeconds) })
            option.Validators.Add(result => Check(result, token => int.TryParse(token, out var number) && number >= least && number <= most, $"a number from {least} to {most}"));
        command.Validators.Add(result =>
        {
            if (result.GetResult(RequireClientCertificate) is { Implicit: false } && result.GetResult(ClientCa) is null)
                result.AddError("--require-client-certificate needs --client-ca.");
            if ((result.GetResult(PersonHeader) is null) != (result.GetResult(PersonFrom) is null or { Tokens.Count: 0 }))
                result.AddError("--person-header and --person-from belong together.");
            if (result.GetResult(ProxyPasswordFile) is not null && result.GetResult(Proxy) is null)
                result.AddError("--proxy-password-file needs --proxy.");
        });
    }

    public RelaySettings Settings(ParseResult result)
    {
        var server = ServiceAddress.Parse(result.GetRequiredValue(Server), "--server");
        if (ServiceAddress.IsExposed(server))
            throw new ProblemException(NetworkProblems.Unencrypted.At("--server", "The address begins with http and is not on this machine.", "Use https."));
        return new RelaySettings(server, Path.GetFullPath(result.GetRequiredValue(Certificate)), Path.GetFullPath(result.GetRequiredValue(Key)))
        {
            Listen = result.GetValue(Listen) is { Length: > 0 } places ? [.. places.Select(place => Endpoint(place)!)] : [new IPEndPoint(IPAddress.Any, 8443)],
            Proxy = ProxyOf(result, server),
            BuilderKeys = [.. (result.GetValue(ServerKey) ?? []).Select(pin => KeyPin.Parse(pin)!.Value)],
            ClientAuthority = result.GetValue(ClientCa) is { } authority ? Path.GetFullPath(authority) : null,
            ClientCertificateRequired = result.GetValue(RequireClientCertificate),
            PersonHeader = result.GetValue(PersonHeader),
            PersonSources = [.. (result.GetValue(PersonFrom) ?? []).Select(source => Network(source)!.Value)],
            Identity = ServerIdentityStore.OfThisUser().Find(server),
            Workers = result.GetValue(Workers),
            MostConnections = result.GetValue(MaxConnections),
            MostPerAddress = result.GetValue(MaxPerAddress),
            AnswerTime = TimeSpan.FromSeconds(result.GetValue(AnswerSeconds)),
            IdleTime = TimeSpan.FromSeconds(result.GetValue(IdleSeconds)),
            Administration = result.GetValue(Admin) is { } admin ? Endpoint(admin) : null,
        };
    }

    private ProxyAddress? ProxyOf(ParseResult result, Uri server)
    {
        if (result.GetValue(Proxy) is { } text)
        {
            if (text.Contains('@', StringComparison.Ordinal) && text.Split('@')[0].Split("://")[^1].Contains(':', StringComparison.Ordinal))
                throw new ProblemException(RelayProblems.ProxyInvalid.At("--proxy", "The address has a password, which everybody on this machine could see."));
            return ProxyAddress.Parse(text, result.GetValue(ProxyPasswordFile) is { } file ? FirstLine(file) : null, "--proxy");
        }

        if (ProxyEnvironment.OfThisProcess().For(server) is not { } proxy)
            return null;
        var address = new UriBuilder(proxy.Address) { UserName = Uri.EscapeDataString(proxy.User ?? "") };
        return ProxyAddress.Parse(address.Uri.OriginalString, proxy.Password, proxy.Source);
    }

    private static string FirstLine(string file)
    {
        try
        {
            return TextFile.FirstLine(file) ?? throw new ProblemException(RelayProblems.ProxyInvalid.At(file, "The file of the password is no text in UTF-8, nor in UTF-16 with a byte order mark.", "Save the file as UTF-8."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(RelayProblems.ProxyInvalid.At(file, "The file of the password is missing or cannot be read."), e);
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
