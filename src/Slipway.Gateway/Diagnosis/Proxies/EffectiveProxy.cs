using System.Net;

namespace Slipway.Gateway.Diagnosis.Proxies;

/// <summary>The proxy that requests to the service go through.</summary>
/// <param name="Address">Address, without a user.</param>
/// <param name="User">Who logs in to it; null for nobody.</param>
/// <param name="Password">The password.</param>
/// <param name="Source">Where it is configured: <c>--proxy</c>, a variable, or the system.</param>
internal sealed record EffectiveProxy(Uri Address, string? User, string? Password, string Source)
{
    /// <summary>Host and port, as a person looks for it.</summary>
    public string Place => $"{(Address.HostNameType == UriHostNameType.IPv6 ? Address.Host : Address.IdnHost)}:{Address.Port}";

    /// <summary>Does it speak HTTP, so that it can be asked by hand?</summary>
    public bool SpeaksHttp => Address.Scheme is "http" or "https";

    /// <summary>The same as .NET takes it.</summary>
    public WebProxy ToWebProxy() => new(Address) { Credentials = User is null ? null : new NetworkCredential(User, Password) };
}
