using System.Collections.Concurrent;
using System.Net;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Proxies;

/// <summary>
/// Chooses the proxy for an address from the environment variables that curl reads. An <see cref="HttpClient"/> with this as its
/// <see cref="IWebProxy"/> makes the same choice. Call <see cref="For"/> before, because only that reports what is wrong with a
/// variable.
/// </summary>
/// <param name="variable">Returns the value of a variable.</param>
public sealed class ProxyEnvironment(Func<string, string?> variable) : IWebProxy, ICredentials
{
    // A name that never resolves (RFC 6761).
    private static readonly Uri Nowhere = new("http://proxy.invalid:1");

    private readonly ConcurrentDictionary<Uri, NetworkCredential?> _credentials = [];
    private readonly ProxyExceptions _exceptions = new(First(variable, "no_proxy", "NO_PROXY").Value);

    /// <summary>Reads the variables of this process.</summary>
    public static ProxyEnvironment OfThisProcess() => new(Environment.GetEnvironmentVariable);

    /// <summary>Addresses that are reached without a proxy.</summary>
    public ProxyExceptions Exceptions => _exceptions;

    /// <summary>Returns the proxy for an address; null if there is none.</summary>
    /// <exception cref="ProblemException">A variable names a proxy that cannot be used.</exception>
    public ProxyServer? For(Uri address)
    {
        // A proxy cannot reach the loopback addresses of this machine.
        if (address.IsLoopback || _exceptions.Find(address) is not null)
            return null;
        if (First(variable, NamesFor(address)) is ({ } name, { } value))
            return ProxyServer.Parse(value, name);
        return OfSystem(address);
    }

    /// <summary>Returns the names of the variables that apply to an address; the first that is set counts.</summary>
    public IReadOnlyList<string> NamesFor(Uri address)
    {
        if (address.Scheme == Uri.UriSchemeHttps)
            return ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
        // Under CGI, HTTP_PROXY contains the request header "Proxy", which any client can set (httpoxy.org).
        return variable("GATEWAY_INTERFACE") is { Length: > 0 } ? ["http_proxy", "all_proxy", "ALL_PROXY"] : ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"];
    }

    /// <inheritdoc/>
    ICredentials? IWebProxy.Credentials
    {
        get => this;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    Uri? IWebProxy.GetProxy(Uri destination)
    {
        try
        {
            if (For(destination) is not { } proxy)
                return null;
            _credentials[proxy.Address] = proxy.Credential;
            return proxy.Address;
        }
        catch (ProblemException)
        {
            // SocketsHttpHandler treats an exception as "no proxy".
            return Nowhere;
        }
    }

    /// <inheritdoc/>
    bool IWebProxy.IsBypassed(Uri host) => ((IWebProxy)this).GetProxy(host) is null;

    /// <inheritdoc/>
    NetworkCredential? ICredentials.GetCredential(Uri uri, string authType) => _credentials.GetValueOrDefault(uri);

    private static (string? Name, string? Value) First(Func<string, string?> variable, params IEnumerable<string> names) =>
        names.Select(name => (Name: (string?)name, Value: GivenText.Setting(variable(name)))).FirstOrDefault(v => v.Value is not null);

    // Windows and macOS store proxy settings outside the environment.
    private static ProxyServer? OfSystem(Uri address) =>
        !OperatingSystem.IsLinux() && !HttpClient.DefaultProxy.IsBypassed(address) && HttpClient.DefaultProxy.GetProxy(address) is { } proxy && proxy != address
            ? ProxyServer.Parse(proxy.OriginalString, "system")
            : null;
}
