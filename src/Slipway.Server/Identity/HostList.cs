using System.Globalization;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Identity;

/// <summary>The list of hosts that clients of this service must reach, and the pins of its certificates.</summary>
internal sealed class HostList
{
    private const string Pin = "sha256/";
    private const int PinLength = 32;

    private readonly IReadOnlyList<ServiceHost> _others;
    private readonly IReadOnlyList<string> _pins;

    /// <summary>Reads the options.</summary>
    /// <exception cref="ProblemException">An option is malformed.</exception>
    public HostList(ServerOptions options)
    {
        _others = [.. options.AlsoHosts.Select(Parse)];
        _pins = [.. options.CertificatePins.Select(CheckPin)];
    }

    /// <summary>Returns the list.</summary>
    /// <param name="service">Address of the service.</param>
    /// <param name="now">The current time, which the list states.</param>
    /// <param name="lifetime">How long the list is valid.</param>
    public ServiceHosts Describe(Uri service, DateTimeOffset now, TimeSpan lifetime)
    {
        var own = new ServiceHost(service.IdnHost, service.Port, "api, pages, downloads");
        return new ServiceHosts(1, service.GetLeftPart(UriPartial.Authority), [own, .. _others], _pins, now, now + lifetime);
    }

    private static ServiceHost Parse(string text)
    {
        var (host, purpose) = text.Split('=', 2) is [var before, var after] ? (before, after.Trim()) : (text, "named by who runs the service");
        var (name, port) = host.Split(':') is [var first, var second] ? (first, second) : (host, "443");
        return Uri.CheckHostName(name) is UriHostNameType.Dns or UriHostNameType.IPv4 && ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && purpose.Length > 0
            ? new ServiceHost(name.ToLowerInvariant(), number, purpose)
            : throw new ProblemException(ServiceProblems.Invalid.At("--also-host", $"'{text}' is not of the form name, name:port or name:port=purpose."));
    }

    private static string CheckPin(string text)
    {
        var bytes = new byte[PinLength];
        return text.StartsWith(Pin, StringComparison.Ordinal) && Convert.TryFromBase64String(text[Pin.Length..], bytes, out var length) && length == PinLength
            ? text
            : throw new ProblemException(ServiceProblems.Invalid.At("--certificate-pin", $"'{text}' is not {Pin} and the SHA-256 of a public key in base64."));
    }
}
