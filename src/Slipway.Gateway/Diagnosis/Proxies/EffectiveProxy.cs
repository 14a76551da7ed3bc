using System.Net;

namespace Slipway.Gateway.Diagnosis.Proxies;

/// <summary>The proxy for requests to the service.</summary>
/// <param name="Address">The address, without a user.</param>
/// <param name="User">The user for the proxy's authentication; null for none.</param>
/// <param name="Password">The password.</param>
/// <param name="Source">Where it is configured: <c>--proxy</c>, a variable, or the system.</param>
internal sealed record EffectiveProxy(Uri Address, string? User, string? Password, string Source)
{
    /// <summary>Host and port, for messages.</summary>
    public string Place => $"{(Address.HostNameType == UriHostNameType.IPv6 ? Address.Host : Address.IdnHost)}:{Address.Port}";

    /// <summary>Whether it speaks HTTP, so that the doctor can test it with CONNECT.</summary>
    public bool SpeaksHttp => Address.Scheme is "http" or "https";

    /// <summary>The proxy as .NET represents it.</summary>
    public WebProxy ToWebProxy() => new(Address) { Credentials = User is null ? null : new NetworkCredential(User, Password) };
}
