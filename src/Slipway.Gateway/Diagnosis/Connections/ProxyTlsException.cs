using System.Net.Security;

namespace Slipway.Gateway.Diagnosis.Connections;

/// <summary>The encrypted connection to a proxy itself is not made.</summary>
/// <param name="errors">What is wrong with the proxy's certificate; none when TLS did not come so far.</param>
/// <param name="cause">What happened.</param>
internal sealed class ProxyTlsException(SslPolicyErrors errors, Exception cause) : IOException("The TLS of the proxy failed.", cause)
{
    /// <summary>What it means, as a sentence goes on after the name of the proxy.</summary>
    public string Words => errors switch
    {
        SslPolicyErrors.None => "is to be spoken to in TLS (https://), and does not answer in it",
        SslPolicyErrors.RemoteCertificateNameMismatch => "shows a certificate for another name",
        _ => "shows a certificate that is not trusted on this machine",
    };
}
