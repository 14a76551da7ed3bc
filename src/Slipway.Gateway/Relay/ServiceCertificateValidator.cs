using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Slipway.Connect.Certificates;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>Validates the service's certificate and remembers why one was refused. A pin is checked in addition to the system's validation.</summary>
internal sealed class ServiceCertificateValidator(RelaySettings settings)
{
    private volatile Problem? _refusal;

    /// <summary>The problem with the last certificate; null when it was valid.</summary>
    public Problem? Refusal => _refusal;

    /// <summary>Validates a certificate.</summary>
    public bool See(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        _refusal = certificate is not X509Certificate2 shown
            ? RelayProblems.ServiceCertificateInvalid.At(settings.Service.Authority, "The service shows no certificate.")
            : errors != SslPolicyErrors.None ? RelayProblems.ServiceCertificateInvalid.At(settings.Service.Authority, Reason(shown, chain, errors))
            : settings.ServiceKeys.Count > 0 && !chain!.ChainElements.Any(element => settings.ServiceKeys.Contains(KeyPin.Of(element.Certificate)))
                ? RelayProblems.ServiceKeyMismatch.At(settings.Service.Authority, $"The key of the certificate is {KeyPin.Of(shown)}.")
            : null;
        return _refusal is null;
    }

    private static string Reason(X509Certificate2 certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (chain?.ChainStatus.Any(status => status.Status == X509ChainStatusFlags.NotTimeValid) == true)
            return $"The certificate is valid from {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd HH:mm} to {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd HH:mm} UTC.";
        return errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && !errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors)
            ? $"The certificate is for {certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false)}."
            : $"The certificate was issued by {certificate.Issuer}.";
    }
}
