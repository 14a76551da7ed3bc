using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Client;

/// <summary>Remembers why a certificate was refused. It does not change the decision: what the system refuses stays refused.</summary>
internal sealed class CertificateErrorRecorder
{
    private volatile Problem? _refusal;

    /// <summary>The problem of the last refused certificate; null if none was refused.</summary>
    public Problem? Refusal => _refusal;

    /// <summary>Receives a certificate and the system's verdict.</summary>
    public bool Record(string where, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        _refusal = Describe(where, certificate as X509Certificate2, chain, errors);
        return false;
    }

    private static Problem Describe(string where, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
            return NetworkProblems.TlsFailed.At(where, "The service shows no certificate.");
        var states = chain?.ChainStatus.Select(s => s.Status).ToList() ?? [];
        if (states.Contains(X509ChainStatusFlags.NotTimeValid))
            return NetworkProblems.CertificateExpired.At(where, $"The certificate is valid from {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd HH:mm} to {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd HH:mm} UTC.");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && !errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
            return NetworkProblems.CertificateName.At(where, $"The certificate is for {certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false)}.");
        return NetworkProblems.CertificateUntrusted.At(where, $"The certificate was issued by {certificate.Issuer}.");
    }
}
