using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Slipway.Connect.Proxies;
using Slipway.Diagnosis.Proxies;

namespace Slipway.Diagnosis.Connections;

/// <summary>Opens connections to the service's port the way that builds take: directly, or through the proxy's tunnel.</summary>
internal static class ServicePath
{
    /// <summary>Opens a connection.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static async Task<Stream> OpenAsync(Examination examination, CancellationToken cancellation)
    {
        if (examination.Proxy is not { } proxy)
            return await OpenAsync(new IPEndPoint(examination.Answering ?? throw new IOException("No address answers."), examination.Port), examination.Times.Connect, cancellation);
        var stream = await OpenProxyAsync(examination, proxy, cancellation);
        try
        {
            var answer = await AskAsync(examination, stream, examination.ProxyWantsLogin, cancellation);
            return answer.IsOpen ? stream : throw new IOException($"The proxy answers {answer.Status}.");
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a connection to the proxy itself.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static async Task<Stream> OpenProxyAsync(Examination examination, EffectiveProxy proxy, CancellationToken cancellation)
    {
        var stream = await OpenAsync(new IPEndPoint(examination.Answering ?? throw new IOException("No address answers."), proxy.Address.Port), examination.Times.Connect, cancellation);
        if (proxy.Address.Scheme != Uri.UriSchemeHttps)
            return stream;
        var tls = new SslStream(stream);
        var errors = SslPolicyErrors.None;
        try
        {
            var options = new SslClientAuthenticationOptions { TargetHost = proxy.Address.IdnHost, RemoteCertificateValidationCallback = (_, _, _, found) => (errors = found) == SslPolicyErrors.None };
            await tls.AuthenticateAsClientAsync(options, cancellation).WaitAsync(examination.Times.Answer, cancellation);
            return tls;
        }
        catch (Exception e) when (e is System.Security.Authentication.AuthenticationException or IOException or TimeoutException)
        {
            await tls.DisposeAsync();
            throw new ProxyTlsException(errors, e);
        }
        catch
        {
            await tls.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks the proxy for the service.</summary>
    public static async Task<ProxyAnswer> AskAsync(Examination examination, Stream stream, bool withLogin, CancellationToken cancellation)
    {
        var login = withLogin && examination.Proxy is { User: { } user } proxy ? new BasicLogin(user, proxy.Password ?? "") : null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(examination.Times.Answer);
        try
        {
            var answer = await ProxyProbe.AskAsync(stream, examination.Options.Service, login, examination.Options.Agent, limit.Token);
            return answer.Redact(examination.Redactor);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException("The proxy does not answer in time.", e);
        }
    }

    private static async Task<Stream> OpenAsync(IPEndPoint target, TimeSpan patience, CancellationToken cancellation)
    {
        var (dial, socket) = await DialAttempt.OpenAsync(target, patience, cancellation);
        return socket is null ? throw new IOException($"{target}: {dial.Words}.") : new NetworkStream(socket, ownsSocket: true);
    }
}

/// <summary>The TLS connection to a proxy itself failed.</summary>
/// <param name="errors">The errors of the proxy's certificate; none when TLS failed before the certificate.</param>
/// <param name="cause">The exception that ended the handshake.</param>
internal sealed class ProxyTlsException(SslPolicyErrors errors, Exception cause) : IOException("The TLS handshake with the proxy failed.", cause)
{
    /// <summary>The meaning, as the sentence continues after the name of the proxy.</summary>
    public string Words => errors switch
    {
        SslPolicyErrors.None => "is configured for TLS (https://) but does not answer in TLS",
        SslPolicyErrors.RemoteCertificateNameMismatch => "shows a certificate for another name",
        _ => "shows a certificate that is not trusted on this machine",
    };
}
