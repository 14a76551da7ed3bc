using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Slipway.Cli.Remote;
using Slipway.Connect.Certificates;
using Slipway.Diagnosis;
using Slipway.Protocol.Client;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Proxies;

namespace Slipway.Cli.Commands;

/// <summary>The options of <c>slipway doctor</c>.</summary>
internal sealed class DoctorOptionSet
{
    private const int MostSeconds = 300;
    private const int QuickStream = 3;

    // HTTP servers close idle connections, usually after one or two minutes.
    private const int MostIdle = 100;
    private const int LongIdle = 50;

    private readonly ServiceOptions _service = new();

    private readonly Option<string?> _proxy = new("--proxy") { Description = "Check the way through this proxy instead of the configured one. Put a user name and password in $HTTPS_PROXY, not here.", HelpName = "url" };

    private readonly Option<string?> _ranges = new("--ranges") { Description = "Address list that the firewall's rules were made from: a file or an https URL.", HelpName = "file|url" };

    private readonly Option<string?> _environment = new("--environment") { Description = "Key or name of an environment: also check that only its deployment controller launches builds.", HelpName = "key" };

    private readonly Option<string[]> _resolver = new("--resolver") { Description = "Another name server whose answers to compare with those of this machine. Repeatable.", HelpName = "address" };

    private readonly Option<string?> _key = new("--service-key") { Description = "Key of the service as slipway serve prints it, sha256:…. Without it, the key is trusted on first use.", HelpName = "key" };

    private readonly Option<string[]> _certificateKey = new("--certificate-pin", "--server-key") { Description = "SHA-256 of a public key that the certificate may have, instead of those that the service publishes. Repeatable.", HelpName = "sha256/base64" };

    private readonly Option<string[]> _check = new("--check") { Description = "Run only this check and those it depends on. Repeatable.", HelpName = "id" };

    private readonly Option<bool> _quick = new("--quick") { Description = "Skip checks that take more than a few seconds." };

    private readonly Option<bool> _thorough = new("--thorough") { Description = "Also run checks that take minutes: an upload of 256 MiB (needs a token) and five minutes of events." };

    private readonly Option<int?> _timeout = new("--timeout") { Description = "Timeout in seconds for connecting and for an answer. Default: 5 and 10.", HelpName = "seconds" };

    private readonly Option<int?> _idle = new("--idle") { Description = "How long an idle connection must survive, in seconds. Default: 20.", HelpName = "seconds" };

    private readonly Option<int?> _stream = new("--stream") { Description = "How long to follow events, in seconds. Default: 35.", HelpName = "seconds" };

    public void AddTo(Command command)
    {
        _service.AddTo(command);
        _service.TokenFile.Description += " Without a token, checks of large transfers are skipped.";
        _check.AcceptOnlyFromAmong([.. Doctor.Checks.Select(check => check.Id)]);
        foreach (var option in new Option[] { _proxy, _ranges, _environment, _resolver, _key, _certificateKey, _check, _quick, _thorough, _timeout, _idle, _stream })
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            Validate(result, _proxy, "http://host:port, without a user", IsProxy);
            Validate(result, _resolver, "an IP address", text => IPAddress.TryParse(text, out _));
            Validate(result, _key, "sha256: and 43 letters, as slipway serve prints it", IsKey);
            Validate(result, _certificateKey, "sha256/ and the hash in base64", text => KeyPin.Parse(text) is not null);
            Validate(result, _timeout, $"a number from 1 to {MostSeconds}", text => IsSeconds(text, MostSeconds));
            Validate(result, _idle, $"a number from 1 to {MostIdle}", text => IsSeconds(text, MostIdle));
            Validate(result, _stream, $"a number from 1 to {MostSeconds}", text => IsSeconds(text, MostSeconds));
            if (result.GetResult(_quick) is not null && result.GetResult(_thorough) is not null)
                result.AddError("--quick and --thorough cannot be combined.");
        });
    }

    /// <summary>Returns the request for an examination.</summary>
    /// <exception cref="ProblemException">No service is named, or its token cannot be read.</exception>
    public DoctorOptions Read(ParseResult result)
    {
        var list = KnownServiceStore.OfThisUser().Read();
        var address = _service.Address(result, list);
        // Without encryption, the examination continues without the token instead of exposing it.
        var token = ServiceAddress.IsExposed(address) && !result.GetValue(_service.InsecureHttp) ? null : _service.FindToken(result, address, list);
        return new DoctorOptions(address)
        {
            Token = token,
            Proxy = result.GetValue(_proxy) is { } proxy ? ProxyServer.Parse(proxy, "--proxy").Address : null,
            Ranges = result.GetValue(_ranges),
            Environment = result.GetValue(_environment),
            Signer = MachineIdentityStore.OfThisUser().Find(address) is { } identity ? new RequestSigner(identity, TimeProvider.System) : null,
            Resolvers = [.. (result.GetValue(_resolver) ?? []).Select(IPAddress.Parse)],
            ServiceKey = result.GetValue(_key),
            CertificatePins = [.. (result.GetValue(_certificateKey) ?? []).Select(key => KeyPin.Parse(key)!.Value.ToString())],
            Only = result.GetValue(_check) ?? [],
            Quick = result.GetValue(_quick),
            Thorough = result.GetValue(_thorough),
            Times = Times(result),
            Agent = $"slipway/{SlipwayCommand.Version}",
        };
    }

    private DoctorTimes Times(ParseResult result)
    {
        var times = new DoctorTimes();
        if (result.GetValue(_timeout) is { } timeout)
            times = times.Within(TimeSpan.FromSeconds(timeout));
        if (result.GetValue(_thorough))
            times = times with { Idle = TimeSpan.FromSeconds(LongIdle), Stream = TimeSpan.FromSeconds(MostSeconds) };
        if (result.GetValue(_quick))
            times = times with { Stream = TimeSpan.FromSeconds(QuickStream), Interval = TimeSpan.FromSeconds(1) };
        if (result.GetValue(_idle) is { } idle)
            times = times with { Idle = TimeSpan.FromSeconds(idle) };
        if (result.GetValue(_stream) is { } stream)
            times = times with { Stream = TimeSpan.FromSeconds(stream) };
        return times;
    }

    private static void Validate(CommandResult result, Option option, string what, Func<string, bool> isRight)
    {
        if (result.GetResult(option)?.Tokens.Any(token => !isRight(token.Value)) == true)
            result.AddError($"{option.Name} is {what}.");
    }

    private static bool IsSeconds(string text, int most) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most;

    private static bool IsProxy(string text)
    {
        try
        {
            return ProxyServer.Parse(text, "--proxy").User is null;
        }
        catch (ProblemException)
        {
            return false;
        }
    }

    private static bool IsKey(string text) => text.StartsWith("sha256:", StringComparison.Ordinal) && text.Length == "sha256:".Length + 43;
}
