using System.Text;
using Microsoft.AspNetCore.Http;

namespace Slipway.Gateway.Relay;

/// <summary>Determines the person who sends a request, as far as the relay can know.</summary>
internal sealed class PersonSource(RelaySettings settings)
{
    /// <summary>The header that names the person to the service.</summary>
    public const string Header = "Slipway-Person";

    private const int Longest = 200;

    /// <summary>Returns the person; null to leave it to the token of the request.</summary>
    public string? Of(HttpContext context) =>
        ClientCertificates.PersonOf(context.Connection.ClientCertificate) is { } shown ? Plain(shown)
        : settings.PersonHeader is { } header && IsTrusted(context) && context.Request.Headers[header] is [{ Length: > 0 } said] ? Plain(said)
        : null;

    private bool IsTrusted(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        return address is not null && settings.PersonSources.Any(source => source.Contains(address));
    }

    // Most programs expect ASCII in headers, so other characters are percent-encoded (RFC 3986, 2.1).
    private static string? Plain(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var b in Encoding.UTF8.GetBytes(name.Trim()))
        {
            if (b is >= 0x20 and < 0x7F and not (byte)'%')
                text.Append((char)b);
            else
                text.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return text.Length is > 0 and <= Longest ? text.ToString() : null;
    }
}
