using System.Globalization;
using Slipway.Build.Read;
using Slipway.Build.Rules;
using Slipway.Build.Rules.Android;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Plan;

/// <summary>
/// Second stage of an Android build: merges the settings, checks every rule and makes the plan. It reports all mistakes of the user together.
/// </summary>
public static class AndroidPlanner
{
    /// <summary>Makes the plan for an app.</summary>
    /// <exception cref="ProblemException">The app or the request has errors; the problems list all of them.</exception>
    public static AndroidPlan Plan(SourceApp app, BuildRequest request)
    {
        var merger = new DraftMerger(app, request);
        var draft = merger.Merge();
        var problems = new List<Problem>(app.Notices);
        problems.AddRange(merger.Notices);
        problems.AddRange(RuleBook.Check(RuleBook.Android, draft));
        var icon = IconLoader.Load(draft, problems);
        return problems.Exists(p => p.Severity == Severity.Error)
            ? throw new ProblemException(problems)
            : Decide(draft, request, icon, problems);
    }

    private static AndroidPlan Decide(AppDraft draft, BuildRequest request, IconPlan icon, List<Problem> notices) => new()
    {
        Type = request.Type ?? MobileBuildType.Debug,
        Id = draft.Id.Value,
        Name = draft.Name.Value,
        VersionName = draft.VersionName.Value,
        VersionCode = draft.VersionCode is { } code
            ? int.Parse(code.Value, CultureInfo.InvariantCulture)
            : (int)Math.Max(VersionText.DeriveCode(draft.VersionName.Value), 1),
        MinSdk = SdkLevels.Min(draft),
        TargetSdk = SdkLevels.Target(draft),
        Start = DraftValues.Start(draft),
        Scheme = SchemeValue.Of(draft),
        Hostname = DraftValues.Hostname(draft),
        Fullscreen = DraftValues.Fullscreen(draft),
        Orientation = DraftValues.Orientation(draft),
        BackgroundColour = DraftValues.BackgroundColour(draft),
        ScreenOrientation = draft.Orientation is { } orientation ? OrientationValue.OfAndroid(orientation.Value) : null,
        ManifestChanges = draft.ManifestChanges,
        Icon = icon,
        WebFiles = draft.Source.WebFiles,
        OutFile = Path.Combine(request.OutFolder, OutName.For(draft.Name.Value, draft.VersionName.Value, request.Type ?? MobileBuildType.Debug, "apk")),
        Notices = notices,
    };
}
