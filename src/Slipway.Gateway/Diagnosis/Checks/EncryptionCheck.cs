using System.Net.Security;
using System.Security.Authentication;
using Slipway.Gateway.Diagnosis.Service;
using Slipway.Gateway.Diagnosis.Tls;
using Slipway.Protocol.Network;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Diagnosis.Checks;

/// <summary>C07: is the connection encrypted from here to the service, or does somebody look into it on the way?</summary>
internal sealed class EncryptionCheck : ICheck
{
    public string Id => "C07";

    public string Title => "Encryption";

    public IReadOnlyList<string> Needs => ["C05", "C06", "C08"];

    public IReadOnlyList<ToolLine> Commands(Examination examination) =>
    [
        ToolLines.OpenSsl(examination, $"-servername {examination.Host} -showcerts"),
        ToolLines.Curl(examination, "-v -o /dev/null"),
    ];

    public async Task<Finding> RunAsync(Examination examination, CancellationToken cancellation)
    {
        if (!examination.IsTls)
            return Finding.Skip("The address begins with http: nothing is encrypted.");
        if (examination.Proxy is { SpeaksHttp: false })
            return Finding.Skip("A proxy of SOCKS is on the way.");
        TlsFacts facts;
        try
        {
            facts = examination.Tls = await TlsHandshake.LookAsync(examination, cancellation);
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            return Finding.Fail("tls-failed", e is AuthenticationException ? "The two sides do not agree on TLS." : "The handshake of TLS breaks off.", "Check that the port speaks TLS. If it does elsewhere, something on the way cuts the handshake: ask the network team.")
                .Ask(NetworkRequest.Write(examination, $"please let TLS pass unchanged to {examination.Place}", "the connection is made, and the handshake of TLS breaks off"));
        }

        using (var http = new ServiceHttp(examination, anyCertificate: true))
            await Identity.TryReadAsync(examination, http, cancellation);
        return Judge(examination, facts).With(facts.Facts())
            .With("expected keys", examination.Pins.Count > 0 ? string.Join(' ', examination.Pins) : examination.Service.Published is null ? "not known" : "none are published for this name");
    }

    private static Finding Judge(Examination examination, TlsFacts facts)
    {
        var published = examination.Pins;
        var isPublished = published.Contains(facts.Key);
        var product = new[] { facts.Issuer }.Concat(facts.Chain).Select(InspectionProducts.Of).FirstOrDefault(p => p is not null);
        var trusted = facts.Errors == SslPolicyErrors.None;
        if (!isPublished && (product is not null || (published.Count > 0 && !facts.IsOutOfTime && !facts.Errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))))
            return Intercepted(examination, facts, product, published.Count > 0, trusted);
        if (!trusted)
            return Untrusted(examination, facts, isPublished);
        if (isPublished)
            return Finding.Ok($"Encrypted to the service itself: its key is the expected one ({facts.Protocol.Split(',')[0]}).");
        // A relay has the certificate of its company's authority, and no stranger is on the way to it.
        if (examination.Service.Published is not null && !examination.Service.Names(examination.Host) && examination.Proxy is null && !examination.Addresses.Any(AddressClassifier.IsPublic))
            return Finding.Ok($"Encrypted to a relay inside of this network ({facts.Protocol.Split(',')[0]}).");
        return facts.Root is { } root && (LocalAuthorities.SourceOf(root) ?? (examination.Options.TrustedRoots.Count > 0 ? "the given authorities" : null)) is { } source
            ? Finding.Unknown("tls-private-authority", $"The certificate is trusted because of {source}. Whether it is the service's own or that of somebody who looks in cannot be told.", "Let the service publish the hash of its certificate's key: slipway serve --certificate-pin. Or name the key that you expect: --server-key.")
            : Finding.Ok($"Encrypted, with a certificate of a public authority ({facts.Protocol.Split(',')[0]}).");
    }

    private static Finding Intercepted(Examination examination, TlsFacts facts, string? product, bool hasPublished, bool trusted)
    {
        examination.IsInspected = true;
        var who = product ?? $"the issuer {facts.Issuer}";
        var why = hasPublished ? "its key is not one that is expected" : "its issuer makes certificates for looking in";
        var finding = Finding.Fail("tls-interception", $"{who} looks into the connection: the certificate is not the service's, {why}.", $"Ask the network team to leave {examination.Host} out of the inspection. Otherwise its authority has to be trusted on this machine, and it reads tokens and keys.")
            .Ask(NetworkRequest.Write(examination, $"please leave {examination.Host} out of TLS inspection", $"the certificate was issued by {facts.Issuer}, and its key is {facts.Key}"));
        return trusted ? finding.GoOn() : finding;
    }

    private static Finding Untrusted(Examination examination, TlsFacts facts, bool isPublished)
    {
        var valid = $"{facts.NotBefore:yyyy-MM-dd HH:mm} to {facts.NotAfter:yyyy-MM-dd HH:mm} UTC";
        if (facts.OnlyOutOfTime)
        {
            var there = examination.Service.Clocks?.There;
            return there >= facts.NotBefore && there <= facts.NotAfter
                ? Finding.Fail("tls-clock", $"By the clock of this machine the certificate is not valid ({valid}); by the service's it is.", "Set the clock of this machine.").ByUser()
                : Finding.Fail("tls-expired", $"The certificate is valid from {valid}.", "Tell who runs the service; and compare the clock of this machine.");
        }

        if (facts.Errors == SslPolicyErrors.RemoteCertificateNameMismatch)
        {
            return Finding.Fail("tls-name", $"The certificate is for {facts.Subject}, not for {examination.Host}: another server answers.", "Check --server, and whether the name leads to the right address.")
                .Ask(NetworkRequest.Write(examination, $"please look where {examination.Host} leads to", $"the server at {examination.Answering} shows a certificate for {facts.Subject}"));
        }

        return isPublished
            ? Finding.Fail("tls-untrusted", $"The certificate is the service's own, but its issuer {facts.Issuer} is not trusted on this machine.", "Add the issuer's certificate to the trusted ones of the system, or name it in SSL_CERT_FILE.").ByUser()
            : Finding.Fail("tls-untrusted", $"The issuer of the certificate is not trusted: {facts.Issuer}. It is the service's own authority, or somebody who looks in.", "Ask who runs the service for its authority. If this is not it, somebody on the way looks into the connection: ask the network team.")
                .Ask(NetworkRequest.Write(examination, $"please tell us whether TLS to {examination.Host} is inspected", $"the certificate was issued by {facts.Issuer}")) with
            { Blame = Blame.Network };
    }
}
