using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>All rules for signing an app for devices.</summary>
internal static class AppleRuleBook
{
    private static readonly IReadOnlyList<IAppleRule> All =
    [
        new CertificateIsForApps(), new CertificateDates(), new ChainIsComplete(),
        new ProfileIsIntact(), new ProfileIsForIos(), new ProfileDates(), new ProfileIsNotManaged(),
        new StoreIsRefused(), new TypeFitsProfile(), new DevelopmentThroughout(), new CertificateFitsProfile(),
        new TeamsAgree(), new CertificateIsInProfile(), new IdFitsProfile(), new PushFitsProfile(), new EntitlementsAreAllowed(),
    ];

    public static IEnumerable<Problem> Check(AppleFacts facts) => All.SelectMany(rule => rule.Check(facts));
}
