namespace Slipway.Protocol.Problems;

/// <summary>Problems of preferences in config.xml.</summary>
public static class PreferenceProblems
{
    /// <summary>The orientation is unknown.</summary>
    public static ProblemKind Orientation { get; } = new(
        "SLW-PREF-40001",
        "The orientation is unknown",
        "The preference Orientation takes default, portrait, landscape, and the values of android:screenOrientation. Any other counts as default.",
        "Use one of default, portrait and landscape.",
        Severity.Warning);

    /// <summary>A preference is neither true nor false.</summary>
    public static ProblemKind Boolean { get; } = new(
        "SLW-PREF-40002",
        "A preference is neither true nor false",
        "The preference is true or false. Anything else counts as false.",
        "Write true or false.",
        Severity.Warning);

    /// <summary>A colour cannot be read.</summary>
    public static ProblemKind Colour { get; } = new(
        "SLW-PREF-40003",
        "A colour cannot be read",
        "A colour is written #RGB, #RRGGBB, #AARRGGBB or 0xAARRGGBB, or as in CSS by a name or a function. Anything else is ignored.",
        "Write the colour in hexadecimal, for example #1F6FEB.",
        Severity.Warning);

    /// <summary>The scheme is unknown.</summary>
    public static ProblemKind Scheme { get; } = new(
        "SLW-PREF-40004",
        "The scheme is unknown",
        "The files of an app are served under https (the usual case: a secure context) or http. Any other scheme counts as https.",
        "Use https or http.",
        Severity.Warning);

    /// <summary>The hostname is invalid.</summary>
    public static ProblemKind Hostname { get; } = new(
        "SLW-PREF-40005",
        "The hostname is invalid",
        "A host name consists of letters, digits, hyphens and dots, as in a URL.",
        "Use localhost or a name such as app.example.com.");

    /// <summary>An SDK version is not a number.</summary>
    public static ProblemKind SdkNotANumber { get; } = new(
        "SLW-PREF-40006",
        "An SDK version is not a number",
        "Versions of Android are given as API levels. Anything else is ignored.",
        "Write the API level, for example 24 for Android 7.0.",
        Severity.Warning);

    /// <summary>An SDK version is out of range.</summary>
    public static ProblemKind SdkRange { get; } = new(
        "SLW-PREF-40007",
        "An SDK version is out of range",
        "The shell targets level 36 (Android 16), so the minimum cannot be higher.",
        "Use a minimum from 24 to 36.");

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        Orientation, Boolean, Colour, Scheme, Hostname, SdkNotANumber, SdkRange,
    ];
}
