namespace Slipway.Protocol.Problems;

/// <summary>Problems of an app's settings for iOS.</summary>
public static class IosProblems
{
    /// <summary>The bundle version is malformed.</summary>
    public static ProblemKind BundleVersion { get; } = new(
        "SLW-APP-40014",
        "The bundle version is malformed",
        "Devices compare versions by one to three whole numbers with dots between them, of at most 18 characters.",
        "Correct ios-CFBundleVersion in config.xml or --version-code, for example 7 or 1.4.2.");

    /// <summary>A usage description is empty.</summary>
    public static ProblemKind UsageDescription { get; } = new(
        "SLW-APP-40015",
        "A usage description is empty",
        "The system shows the text when the app asks for the camera, the position or something else that is private. It ends an app that asks without a text.",
        "Write a sentence that says what the app does with it.");

    /// <summary>A usage description is missing.</summary>
    public static ProblemKind UsageMissing { get; } = new(
        "SLW-APP-40017",
        "A usage description is missing",
        "The app uses something for which the system asks for permission. Without a text that says why, the system ends the app or refuses.",
        "Add the text to config.xml: <config-file target=\"*-Info.plist\" parent=\"NSCameraUsageDescription\"><string>…</string></config-file>.",
        Severity.Warning);

    /// <summary>A scheme of URLs cannot be used.</summary>
    public static ProblemKind UrlScheme { get; } = new(
        "SLW-APP-40016",
        "A scheme of URLs cannot be used",
        "A scheme starts with a letter and consists of letters, digits, '+', '-' and '.'. Schemes such as https, mailto and app belong to the system or to Slipway.",
        "Use a name of your own, such as fieldnotes.");

    /// <summary>An origin cannot be read.</summary>
    public static ProblemKind Origin { get; } = new(
        "SLW-CNF-40016",
        "An origin cannot be read",
        "An access origin without TLS becomes an exception in Info.plist, which is made for a host.",
        "Write it as http://example.com, http://*.example.com or *.");

    /// <summary>The deployment target is out of range.</summary>
    public static ProblemKind DeploymentTarget { get; } = new(
        "SLW-PREF-40008",
        "The deployment target is out of range",
        "The shell runs on iOS 15.0 and later, and is made for iOS 18.",
        "Use a deployment-target from 15.0 to 18.0, or leave it out.");

    /// <summary>The target device is unknown.</summary>
    public static ProblemKind TargetDevice { get; } = new(
        "SLW-PREF-40009",
        "The target device is unknown",
        "The preference target-device knows the values handset, tablet and universal. Any other counts as universal.",
        "Use one of handset, tablet and universal.",
        Severity.Warning);

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        BundleVersion, UsageDescription, UsageMissing, UrlScheme, Origin, DeploymentTarget, TargetDevice,
    ];
}
