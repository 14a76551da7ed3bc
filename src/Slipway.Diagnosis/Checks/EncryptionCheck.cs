using System.Net.Security;
using System.Security.Authentication;
using Slipway.Diagnosis.Service;
using Slipway.Diagnosis.Tls;
using Slipway.Protocol.Network;
using Slipway.Protocol.Problems;

namespace Slipway.Diagnosis.Checks;

/// <summary>C07: is the connection encrypted from here to the service, or is TLS inspected on the path?</summary>
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

    public async Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation)
    {
        if (!examination.IsTls)
            return CheckFinding.Skip("The address begins with http: nothing is encrypted.");
        if (examination.Proxy is { SpeaksHttp: false })
            return CheckFinding.Skip("The connection uses a SOCKS proxy.");
        TlsFacts facts;
        try
        {
            facts = examination.Tls = await TlsHandshake.LookAsync(examination, cancellation);
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            return CheckFinding.Fail("tls-failed", e is AuthenticationException ? "The two sides do not agree on TLS." : "The TLS handshake breaks off.",
                    "Check that the port speaks TLS. If it does elsewhere, something on the way cuts the handshake: ask the network team.")
                .Ask(NetworkTeamRequest.Write(examination, $"please let TLS pass unchanged to {examination.Place}",
                    "the connection is established, but the TLS handshake breaks off"));
        }

        using (var http = new ServiceHttp(examination, anyCertificate: true))
            await ServiceIdentityReader.TryReadAsync(examination, http, cancellation);
        return Judge(examination, facts).With(facts.Facts())
            .With("expected keys",
                examination.Pins.Count > 0
                    ? string.Join(' ', examination.Pins)
                    : examination.Service.Published is null ? "not known" : "none are published for this name");
    }

    private static CheckFinding Judge(Examination examination, TlsFacts facts)
    {
        var expected = examination.Pins;
        var isExpected = expected.Contains(facts.Key);
        var product = new[] { facts.Issuer }.Concat(facts.Chain).Select(InspectionProducts.Of).FirstOrDefault(p => p is not null);
        if (!isExpected && product is not null)
            return Intercepted(examination, facts, product, expected.Count > 0);
        if (!isExpected && expected.Count > 0 && !facts.IsOutOfTime && !facts.Errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return facts.IsTrusted && examination.Options.CertificatePins.Count == 0 && SourceOf(examination, facts) is null
                ? Changed(examination, facts)
                : Intercepted(examination, facts, null, hasExpected: true);
        }
        if (!facts.IsTrusted)
            return CertificateDoubts.Judge(examination, facts, isExpected);
        var version = facts.Protocol.Split(',')[0];
        if (isExpected)
            return CheckFinding.Ok($"Encrypted to the service itself: its key is the expected one ({version}).");
        // A relay has a certificate of its company's authority, and the path to it is within the company's network.
        if (examination.Service.Published is not null && !examination.Service.Names(examination.Host) && examination.Proxy is null
            && !examination.Addresses.Any(AddressClassifier.IsPublic))
        {
            return CheckFinding.Ok($"Encrypted to a relay inside of this network ({version}).");
        }
        return SourceOf(examination, facts) is { } source
            ? CheckFinding.Unknown("tls-private-authority",
                $"The certificate is {(facts.IsSelfSigned ? "self-signed, and " : "")}trusted because of {source}. It may be the service's own or that of a TLS inspection.",
                "Let the service publish the hash of its certificate's key: slipway serve --certificate-pin. Or name the key that you expect: --certificate-pin.")
            : CheckFinding.Ok($"Encrypted, with a certificate of an authority that the system ships ({version}).");
    }

    // Null when the authority is one that the system ships.
    private static string? SourceOf(Examination examination, TlsFacts facts) =>
        facts.Root is { } root ? LocalAuthorities.SourceOf(root) ?? (examination.Options.TrustedRoots.Count > 0 ? "the given authorities" : null) : null;

    private static CheckFinding Intercepted(Examination examination, TlsFacts facts, string? product, bool hasExpected)
    {
        examination.IsInspected = true;
        var who = product ?? (facts.IsSelfSigned ? "Somebody with a self-signed certificate" : $"The issuer {facts.Issuer}");
        var why = hasExpected ? "its key is not one that is expected" : "its issuer generates certificates for TLS inspection";
        var renewed = product is null
            ? $" If the service's own certificate was renewed, announce the new key to the service: slipway serve --certificate-pin {facts.Key}."
            : "";
        var finding = CheckFinding.Fail("tls-interception", $"{who} inspects the TLS connection: the certificate is not the service's, {why}.",
                $"Ask the network team to leave {examination.Host} out of the inspection. Otherwise its authority has to be trusted on this machine, and the inspection reads tokens and keys.{renewed}")
            .Ask(NetworkTeamRequest.Write(examination, $"please leave {examination.Host} out of TLS inspection",
                $"the certificate was issued by {(facts.IsSelfSigned ? "itself" : facts.Issuer)}, and its key is {facts.Key}"));
        return facts.IsTrusted ? finding.GoOn() : finding;
    }

    // An inspection cannot have a certificate of an authority that every system trusts.
    private static CheckFinding Changed(Examination examination, TlsFacts facts)
    {
        examination.IsInspected = true;
        return CheckFinding.Fail("tls-key-changed",
                $"The certificate is one of an authority that the system ships, {facts.Issuer}, but its key is not one that the service publishes: it was renewed, and the service does not know yet.",
                $"Tell the service's operator: slipway serve --certificate-pin {facts.Key}. Until then the doctor sends no token.")
            .GoOn() with
        { Blame = Blame.Slipway };
    }
}
