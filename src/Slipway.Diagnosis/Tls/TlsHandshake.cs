using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Slipway.Diagnosis.Connections;

namespace Slipway.Diagnosis.Tls;

/// <summary>Makes a TLS connection to examine it. The connection is closed after the handshake; nothing is sent on it.</summary>
internal static class TlsHandshake
{
    /// <summary>Validates the chain with a custom list of authorities and a custom clock; null to use the system's validation.</summary>
    public static X509ChainPolicy? PolicyOf(DoctorOptions options)
    {
        if (options.TrustedRoots.Count == 0 && options.Clock == TimeProvider.System)
            return null;
        var policy = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            VerificationTime = options.Clock.GetUtcNow().UtcDateTime,
            VerificationTimeIgnored = false
        };
        if (options.TrustedRoots.Count == 0)
            return policy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(options.TrustedRoots);
        return policy;
    }

    /// <summary>Makes the handshake and returns its facts.</summary>
    /// <exception cref="IOException">The connection failed or was closed.</exception>
    /// <exception cref="AuthenticationException">The handshake failed.</exception>
    public static async Task<TlsFacts> LookAsync(Examination examination, CancellationToken cancellation)
    {
        await using var transport = await ServicePath.OpenAsync(examination, cancellation);
        TlsFacts? facts = null;
        await using var stream = new SslStream(transport);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(examination.Times.Answer);
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            await stream.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = examination.Host,
                    ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
                    CertificateChainPolicy = PolicyOf(examination.Options),
                    // Every certificate is accepted, which is safe because nothing is sent on this connection.
                    RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                    {
                        facts = certificate is X509Certificate2 shown && chain is not null ? TlsFacts.Of(shown, chain, errors) : null;
                        return facts is not null;
                    },
                },
                limit.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException("The handshake was not done in time.", e);
        }

        return facts is null
            ? throw new AuthenticationException("The other side shows no certificate.")
            : facts with
            {
                Protocol = $"{Version(stream.SslProtocol)}, {stream.NegotiatedCipherSuite}",
                Application = stream.NegotiatedApplicationProtocol.ToString(),
                Elapsed = TimeProvider.System.GetElapsedTime(began)
            };
    }

    private static string Version(SslProtocols protocol) => protocol switch
    {
        SslProtocols.Tls12 => "TLS 1.2",
        SslProtocols.Tls13 => "TLS 1.3",
        _ => protocol.ToString(),
    };
}
