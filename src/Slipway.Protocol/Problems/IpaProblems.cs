namespace Slipway.Protocol.Problems;

/// <summary>Problems of signing an existing iOS package.</summary>
public static class IpaProblems
{
    /// <summary>The package cannot be signed.</summary>
    public static ProblemKind Unsuitable { get; } = new(
        "SLW-SIG-40115",
        "The package cannot be signed",
        "A package for iOS holds one app in the folder Payload. It and every extension in it have an Info.plist that names its id; the executable of each bundle is there, beside Info.plist.",
        "Build or export the package again as an .ipa.");

    /// <summary>The app is encrypted.</summary>
    public static ProblemKind Encrypted { get; } = new(
        "SLW-SIG-40116",
        "The app is encrypted",
        "Apps from the App Store are encrypted for the account that bought them; a new signature cannot make them run.",
        "Sign a package that its developer exported.");

    /// <summary>Another app is nested in the app.</summary>
    public static ProblemKind NestedApp { get; } = new(
        "SLW-SIG-40117",
        "Another app is nested in the app",
        "Apps for the watch and app clips need profiles and checks of their own, which Slipway does not know.",
        "Export the package without them.");

    /// <summary>The code is not for devices.</summary>
    public static ProblemKind NotForDevices { get; } = new(
        "SLW-SIG-40118",
        "The code is not for devices",
        "Devices run code for 64-bit ARM that was built for iOS, not for the simulator.",
        "Build the app for devices.");

    /// <summary>Code for other processors was left out.</summary>
    public static ProblemKind Thinned { get; } = new(
        "SLW-SIG-40119",
        "Code for other processors was left out",
        "The file held code for several processors; devices need that for 64-bit ARM only.",
        "There is nothing to do.",
        Severity.Notice);

    internal static IReadOnlyList<ProblemKind> All { get; } = [Unsuitable, Encrypted, NestedApp, NotForDevices, Thinned];
}
