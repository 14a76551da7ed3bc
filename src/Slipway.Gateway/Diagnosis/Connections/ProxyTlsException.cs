using System.Net.Security;

namespace Slipway.Gateway.Diagnosis.Connections;

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
