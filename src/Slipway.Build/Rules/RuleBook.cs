using Slipway.Build.Plan;
using Slipway.Build.Problems;

namespace Slipway.Build.Rules;

/// <summary>All rules.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<IRule> All { get; } =
    [
        new IdForm(), new IdSegments(), new IdKeywords(), new IdLength(), new IdCapitals(),
        new NameForm(), new VersionForm(), new VersionCodeRange(), new StartPageExists(),
        new OrientationValue(), new FullscreenValue(), new BackgroundColourSyntax(), new SchemeValue(), new HostnameSyntax(), new SdkLevels(),
        new PermissionForm(),
        new NamesDifferByMoreThanCase(),
    ];

    public static IEnumerable<Problem> Check(AppDraft app) => All.SelectMany(rule => rule.Check(app));
}
