using System.Text;
using Slipway.Build.Read;
using Slipway.Build.Rules;
using Slipway.Build.Rules.Ios;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios;

namespace Slipway.Build.Plan.Ios;

/// <summary>Second stage of an iOS build: merges the settings, checks every rule, opens the credentials and makes the plan.</summary>
public static class IosPlanner
{
    private const string DefaultLanguage = "en";

    // Names that a bundle contains beside the executable, or may contain later. The executable must not have one of them.
    private static readonly string[] TakenNames = ["www", "PkgInfo", "CodeResources", "_CodeSignature", "SC_Info", "_MASReceipt"];

    /// <summary>Makes the plan for an app.</summary>
    /// <param name="app">The app as it was read for iOS.</param>
    /// <param name="request">The build as requested.</param>
    /// <param name="sign">Returns the type of the package and how an app with this id is signed. Its problems are reported together with those of the
    /// app.</param>
    /// <exception cref="ProblemException">The app, the request or the credentials have errors; the problems list all of them.</exception>
    public static IosPlan Plan(SourceApp app, BuildRequest request, Func<string, IosSigningPlan> sign)
    {
        var merger = new DraftMerger(app, request);
        var draft = merger.Merge();
        var problems = new List<Problem>(app.Notices);
        problems.AddRange(merger.Notices);
        problems.AddRange(RuleBook.Check(RuleBook.Ios, draft));
        var icon = IconLoader.Load(draft, problems);
        var purpose = Sign(sign, BundleIdForm.Of(draft), problems);
        return purpose is null || problems.Exists(p => p.Severity == Severity.Error)
            ? throw new ProblemException(problems)
            : Decide(draft, request, icon, purpose, problems);
    }

    private static IosSigningPlan? Sign(Func<string, IosSigningPlan> sign, string id, List<Problem> problems)
    {
        try
        {
            var purpose = sign(id);
            problems.AddRange(purpose.Notices);
            return purpose;
        }
        catch (ProblemException e)
        {
            problems.AddRange(e.Problems);
            return null;
        }
    }

    private static IosPlan Decide(AppDraft draft, BuildRequest request, IconPlan icon, IosSigningPlan purpose, List<Problem> notices)
    {
        var version = ShortVersion.Of(draft.VersionName.Value)!;
        return new IosPlan
        {
            Type = purpose.Type,
            Id = BundleIdForm.Of(draft),
            Name = draft.Name.Value,
            VersionName = version,
            BundleVersion = draft.VersionCode?.Value ?? version,
            BundleName = BundleName(draft.Name.Value),
            MinimumOs = DeploymentTarget.Of(draft),
            Devices = draft.TargetDevice is { } device && TargetDevice.Parse(device.Value) is { } devices ? devices : DeviceFamilies.Universal,
            UsageDescriptions = UsageDescriptions.Of(draft),
            UrlSchemes = UrlSchemes.Of(draft),
            Transport = TransportOrigins.Of(draft),
            DevelopmentRegion = draft.Language?.Value ?? DefaultLanguage,
            LocalisedNames = request.Options.Name is null && draft.Source.Config is { } config ? config.LocalisedNames : new Dictionary<string, string>(),
            Signing = purpose.Signing,
            Start = DraftValues.Start(draft),
            Scheme = "app",
            Hostname = DraftValues.Hostname(draft),
            Fullscreen = DraftValues.Fullscreen(draft),
            Orientation = DraftValues.Orientation(draft),
            BackgroundColour = DraftValues.BackgroundColour(draft),
            Icon = icon,
            WebFiles = draft.Source.WebFiles,
            OutFile = Path.Combine(request.OutFolder, OutName.For(draft.Name.Value, version, purpose.Type, purpose.Signing is null ? "zip" : "ipa")),
            Notices = notices,
        };
    }

    private static string BundleName(string name)
    {
        const int longest = 60;
        var result = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
                result.Append(c);
        }

        var trimmed = result.ToString().Trim('-');
        var bundle = trimmed.Length == 0 ? "App" : trimmed[..Math.Min(trimmed.Length, longest)];
        return TakenNames.Contains(bundle, StringComparer.OrdinalIgnoreCase) ? bundle + "App" : bundle;
    }
}
