using Slipway.Build.Plan;
using Slipway.Build.Rules.Android;
using Slipway.Build.Rules.Ios;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>The list of all rules: those for every app, and those for one platform.</summary>
internal static class RuleBook
{
    private static readonly IReadOnlyList<IRule> Common =
    [
        new NameForm(), new StartPageExists(), new StartPageIsComplete(),
        new OrientationValue(), new FullscreenValue(), new BackgroundColourSyntax(), new HostnameSyntax(),
        new NamesAreCertain(),
    ];

    public static IReadOnlyList<IRule> Android { get; } =
    [
        new IdForm(), new IdSegments(), new IdKeywords(), new IdLength(), new IdCapitals(),
        .. Common,
        new VersionForm(isTextAllowed: true), new VersionCodeRange(), new SchemeValue(), new SdkLevels(), new PermissionForm(),
        new NamesAreDistinct(FileProblems.CaseTwins),
    ];

    public static IReadOnlyList<IRule> Ios { get; } =
    [
        new BundleIdForm(),
        .. Common,
        new VersionForm(isTextAllowed: false), new ShortVersion(), new BundleVersionForm(), new DeploymentTarget(), new TargetDevice(),
        new UsageDescriptions(), new UsageIsDescribed(), new UrlSchemes(), new InfoPlistEntries(), new TransportOrigins(),
        new NamesAreDistinct(FileProblems.OneFileOnIos), new NamesFitBundle(),
    ];

    public static IEnumerable<Problem> Check(IReadOnlyList<IRule> rules, AppDraft app) => rules.SelectMany(rule => rule.Check(app));
}
