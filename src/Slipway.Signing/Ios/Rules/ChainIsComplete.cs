using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>The certificates of all issuers are available, up to the self-issued root.</summary>
internal sealed class ChainIsComplete : IAppleRule
{
    public IEnumerable<Problem> Check(AppleFacts facts)
    {
        if (facts.Chain is not { MissingIssuer: { } issuer } chain)
            yield break;
        yield return AppleSigningProblems.ChainIncomplete.At(
            facts.Request.Certificate.Name,
            $"'{chain.Certificates[^1].Subject}' was issued by '{issuer}', whose certificate is not in the .p12.",
            chain.MissingIssuerUrl is { } address ? $"Download it from {address} and give it with --certificate-chain FILE." : "Give it with --certificate-chain FILE.");
    }
}
