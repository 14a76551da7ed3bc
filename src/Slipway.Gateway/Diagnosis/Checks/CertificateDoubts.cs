using System.Net.Security;
using Slipway.Gateway.Diagnosis.Tls;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Diagnosis.Checks;

/// <summary>What is wrong with a certificate that the system does not accept, and where nothing shows that somebody looks in.</summary>
internal static class CertificateDoubts
{
    private const string Compare = "openssl x509 -in CERTIFICATE -noout -pubkey | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64";

    /// <summary>Judges.</summary>
    /// <param name="examination">What is examined.</param>
    /// <param name="facts">What was seen.</param>
    /// <param name="isExpected">Is its key the expected one?</param>
    public static Finding Judge(Examination examination, TlsFacts facts, bool isExpected)
    {
        if (facts.OnlyOutOfTime)
            return OutOfTime(examination, facts);
        if (facts.Errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return isExpected ? OwnForAnotherName(examination, facts) : AnotherServer(examination, facts);
        var time = facts.IsOutOfTime ? $" It is also valid only from {Valid(facts)}." : "";
        if (isExpected)
            return Finding.Fail("tls-untrusted", $"The certificate is the service's own, but {(facts.IsSelfSigned ? "it is self-signed and" : $"its issuer {facts.Issuer}")} is not trusted on this machine.{time}", $"Add the {(facts.IsSelfSigned ? "" : "issuer's ")}certificate to the trusted ones of the system, or name it in SSL_CERT_FILE.").ByUser();
        return (facts.IsSelfSigned ? SelfSigned(facts, time) : Unknown(facts, time))
            .Ask(NetworkRequest.Write(examination, $"please tell us whether TLS to {examination.Host} is inspected", $"the certificate was issued by {(facts.IsSelfSigned ? "itself" : facts.Issuer)}, and its key is {facts.Key}"));
    }

    private static Finding SelfSigned(TlsFacts facts, string time) => Finding.Fail(
        "tls-untrusted",
        $"The certificate for {facts.For} is self-signed: nobody vouches for it. The service made it itself, or somebody who looks in did.{time}",
        $"Compare its key, {facts.Key}, with that of the service, where it runs: {Compare}. If they are the same, add the certificate to the trusted ones of this machine, or name it in SSL_CERT_FILE. If not, somebody on the way looks into the connection: ask the network team.");

    private static Finding Unknown(TlsFacts facts, string time) => Finding.Fail(
        "tls-untrusted",
        $"The issuer of the certificate is not trusted: {facts.Issuer}. It is the service's own authority{(facts.IsPartial ? ", one in between that the server does not send along," : "")} or that of somebody who looks in.{time}",
        $"Ask who runs the service for its authority{(facts.IsPartial ? ", and to let the server send its chain whole" : "")}. If this is not it, somebody on the way looks into the connection: ask the network team.");

    private static Finding OutOfTime(Examination examination, TlsFacts facts)
    {
        var there = examination.Service.Clocks?.There;
        return there >= facts.NotBefore && there <= facts.NotAfter
            ? Finding.Fail("tls-clock", $"By the clock of this machine the certificate is not valid ({Valid(facts)}); by the service's it is.", "Set the clock of this machine.").ByUser()
            : Finding.Fail("tls-expired", $"The certificate is valid from {Valid(facts)}.", "Tell who runs the service; and compare the clock of this machine.");
    }

    private static Finding AnotherServer(Examination examination, TlsFacts facts)
    {
        var trust = !facts.Errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) ? "" : facts.IsSelfSigned ? " The certificate is also self-signed, as servers make it that nobody has set up yet." : $" Its issuer {facts.Issuer} is not trusted either.";
        return Finding.Fail("tls-name", $"The certificate is for {facts.For}, not for {examination.Host}: another server answers.{trust}", "Check --server, and whether the name leads to the right address.")
            .Ask(NetworkRequest.Write(examination, $"please look where {examination.Host} leads to", $"the server at {examination.Answering} shows a certificate for {facts.For}"));
    }

    private static Finding OwnForAnotherName(Examination examination, TlsFacts facts) =>
        Finding.Fail("tls-name", $"The certificate is the service's own, but it is for {facts.For}, not for {examination.Host}.", $"Call the service by a name of its certificate, or let it have one for {examination.Host}.") with { Blame = Blame.User };

    private static string Valid(TlsFacts facts) => $"{facts.NotBefore:yyyy-MM-dd HH:mm} to {facts.NotAfter:yyyy-MM-dd HH:mm} UTC";
}
