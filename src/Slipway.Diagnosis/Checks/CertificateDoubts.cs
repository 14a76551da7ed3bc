using System.Net.Security;
using Slipway.Diagnosis.Tls;
using Slipway.Protocol.Problems;

namespace Slipway.Diagnosis.Checks;

/// <summary>Explains why the system refuses a certificate when nothing indicates a TLS inspection.</summary>
internal static class CertificateDoubts
{
    private const string Compare = "openssl x509 -in CERTIFICATE -noout -pubkey | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64";

    /// <summary>Judges a certificate.</summary>
    /// <param name="examination">The examination.</param>
    /// <param name="facts">The facts about the connection.</param>
    /// <param name="isExpected">Whether the certificate's key is the expected one.</param>
    public static CheckFinding Judge(Examination examination, TlsFacts facts, bool isExpected)
    {
        if (facts.OnlyOutOfTime)
            return OutOfTime(examination, facts);
        if (facts.Errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return isExpected ? OwnForAnotherName(examination, facts) : AnotherServer(examination, facts);
        var time = facts.IsOutOfTime ? $" It is also valid only from {Valid(facts)}." : "";
        if (isExpected)
        {
            return CheckFinding.Fail("tls-untrusted",
                $"The certificate is the service's own, but {(facts.IsSelfSigned ? "it is self-signed and" : $"its issuer {facts.Issuer}")} is not trusted on this machine.{time}",
                $"Add the {(facts.IsSelfSigned ? "" : "issuer's ")}certificate to the trusted ones of the system, or name it in SSL_CERT_FILE.").ByUser();
        }
        return (facts.IsSelfSigned ? SelfSigned(facts, time) : Unknown(facts, time))
            .Ask(NetworkTeamRequest.Write(examination, $"please tell us whether TLS to {examination.Host} is inspected",
                $"the certificate was issued by {(facts.IsSelfSigned ? "itself" : facts.Issuer)}, and its key is {facts.Key}"));
    }

    private static CheckFinding SelfSigned(TlsFacts facts, string time) => CheckFinding.Fail(
        "tls-untrusted",
        $"The certificate for {facts.For} is self-signed, so no authority confirms it. It is either the service's own or that of a TLS inspection.{time}",
        $"Compare its key, {facts.Key}, with the key on the service's server: {Compare}. If they are the same, add the certificate to the trusted ones of this machine, or name it in SSL_CERT_FILE. If not, TLS is inspected on the way: ask the network team.");

    private static CheckFinding Unknown(TlsFacts facts, string time) => CheckFinding.Fail(
        "tls-untrusted",
        $"The issuer of the certificate is not trusted: {facts.Issuer}. It is the service's own authority{(facts.IsPartial ? ", an intermediate one that the server does not send," : "")} or that of a TLS inspection.{time}",
        $"Ask the service's operator for its authority{(facts.IsPartial ? ", and to let the server send the complete chain" : "")}. If it is another one, TLS is inspected on the way: ask the network team.");

    private static CheckFinding OutOfTime(Examination examination, TlsFacts facts)
    {
        var there = examination.Service.Clocks?.There;
        return there >= facts.NotBefore && there <= facts.NotAfter
            ? CheckFinding.Fail("tls-clock", $"By the clock of this machine the certificate is not valid ({Valid(facts)}); by the service's it is.",
                "Set the clock of this machine.").ByUser()
            : CheckFinding.Fail("tls-expired", $"The certificate is valid from {Valid(facts)}.",
                "Tell the service's operator, and check the clock of this machine.");
    }

    private static CheckFinding AnotherServer(Examination examination, TlsFacts facts)
    {
        var trust = !facts.Errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors)
            ? ""
            : facts.IsSelfSigned
                ? " The certificate is also self-signed, as servers generate it before they are set up."
                : $" Its issuer {facts.Issuer} is not trusted either.";
        return CheckFinding.Fail("tls-name", $"The certificate is for {facts.For}, not for {examination.Host}: another server answers.{trust}",
                "Check --service, and whether the name resolves to the right address.")
            .Ask(NetworkTeamRequest.Write(examination, $"please check where {examination.Host} leads to",
                $"the server at {examination.Answering} shows a certificate for {facts.For}"));
    }

    private static CheckFinding OwnForAnotherName(Examination examination, TlsFacts facts) =>
        CheckFinding.Fail("tls-name", $"The certificate is the service's own, but it is for {facts.For}, not for {examination.Host}.",
            $"Use a name of the certificate for the service, or have a certificate issued for {examination.Host}.") with
        {
            Blame = Blame.User
        };

    private static string Valid(TlsFacts facts) => $"{facts.NotBefore:yyyy-MM-dd HH:mm} to {facts.NotAfter:yyyy-MM-dd HH:mm} UTC";
}
