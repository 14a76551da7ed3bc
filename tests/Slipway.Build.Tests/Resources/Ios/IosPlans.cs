using Slipway.Build.Plan;
using Slipway.Build.Plan.Ios;
using Slipway.Protocol.Builds;

namespace Slipway.Build.Tests.Resources.Ios;

/// <summary>Plans for the tests of what a bundle holds.</summary>
internal static class IosPlans
{
    public static IosPlan Sample { get; } = new()
    {
        Type = MobileBuildType.Adhoc,
        Id = "dev.slipway.fieldnotes",
        Name = "Field Notes",
        VersionName = "1.4.0-rc.1",
        BundleVersion = "10400",
        BundleName = "FieldNotes",
        MinimumOs = "15.0",
        Devices = DeviceFamilies.Universal,
        Start = "index.html",
        Scheme = "app",
        Hostname = "localhost",
        Fullscreen = false,
        Orientation = Orientation.Default,
        BackgroundColour = null,
        Icon = IconPlan.BuiltIn,
        WebFiles = [],
        OutFile = "dist/field-notes.ipa",
        Notices = [],
        UsageDescriptions = new Dictionary<string, string>(),
        UrlSchemes = [],
        Transport = new TransportSecurity(false, []),
        DevelopmentRegion = "en",
        LocalisedNames = new Dictionary<string, string>(),
        Signing = null,
    };
}
