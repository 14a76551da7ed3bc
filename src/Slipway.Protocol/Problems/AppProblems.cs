namespace Slipway.Protocol.Problems;

/// <summary>Problems of an app's id, name, version and start page.</summary>
public static class AppProblems
{
    /// <summary>The app does not exist.</summary>
    public static ProblemKind NotFound { get; } = new(
        "SLW-APP-40001",
        "The app does not exist",
        "The given path is neither a folder nor a file.",
        "Check the path for typing errors. A relative path starts at the current folder.");

    /// <summary>There is no index.html.</summary>
    public static ProblemKind NoStartPage { get; } = new(
        "SLW-APP-40002",
        "There is no index.html",
        "A folder is an app if it holds a config.xml with a www folder, a web app manifest, or an index.html. This one has none of them.",
        "Give the folder that the web build writes (often dist, build or www), or add an index.html.");

    /// <summary>The start page is missing.</summary>
    public static ProblemKind StartPageMissing { get; } = new(
        "SLW-APP-40003",
        "The start page is missing",
        "The configuration names a start page that is not among the files of the app.",
        "Correct the start page in the configuration or add the file; names are case-sensitive.");

    /// <summary>The app id has only one segment.</summary>
    public static ProblemKind IdOneSegment { get; } = new(
        "SLW-APP-40004",
        "The app id has only one segment",
        "Android requires an id of at least two segments separated by dots, and stores require it to be unique worldwide.",
        "Reverse a domain that you own and add a name: com.example.notes.");

    /// <summary>The app id contains a Java keyword.</summary>
    public static ProblemKind IdKeyword { get; } = new(
        "SLW-APP-40005",
        "The app id contains a Java keyword",
        "The id becomes a Java package name, which cannot contain keywords such as new, class or int.",
        "Rename the segment, for example news or newapp instead of new.");

    /// <summary>The app id is too long.</summary>
    public static ProblemKind IdTooLong { get; } = new(
        "SLW-APP-40006",
        "The app id is too long",
        "Android names the folders of an app's files after its id, and refuses ids that are too long for that.",
        "Use an id of at most 150 characters.");

    /// <summary>A segment of the app id starts with a capital letter.</summary>
    public static ProblemKind IdCapital { get; } = new(
        "SLW-APP-40007",
        "A segment of the app id starts with a capital letter",
        "Android 7.1 and older mistake such a segment for a class name when they look up parts of the app.",
        "Use lower case, unless the app is already published under this id: a published id can never change.",
        Severity.Warning);

    /// <summary>The name of the app cannot be used.</summary>
    public static ProblemKind NameInvalid { get; } = new(
        "SLW-APP-40008",
        "The name of the app cannot be used",
        "The name is empty, longer than 100 characters, or contains control characters.",
        "Give a short name: <name> in config.xml, name in the web app manifest, or --name.");

    /// <summary>The version is not of the form 1.2.3.</summary>
    public static ProblemKind VersionInvalid { get; } = new(
        "SLW-APP-40009",
        "The version is not of the form 1.2.3",
        "A version is one to four numbers with dots between them, optionally followed by - and letters, digits or dots.",
        "Write the version as major.minor.patch, for example 1.4.0, in config.xml or with --version-name.");

    /// <summary>The version code is out of range.</summary>
    public static ProblemKind VersionCodeInvalid { get; } = new(
        "SLW-APP-40010",
        "The version code is out of range",
        "Android compares versions by a whole number from 1 to 2100000000. The given code is outside this range, or the version's parts are too large to derive one (major * 10000 + minor * 100 + patch).",
        "Give the code with android-versionCode in config.xml or with --version-code.");

    /// <summary>The input is neither a folder nor a zip.</summary>
    public static ProblemKind NotAnApp { get; } = new(
        "SLW-APP-40011",
        "The input is neither a folder nor a zip",
        "An app is a folder or a zip archive.",
        "Give the app's folder, or a zip file of it.");

    /// <summary>A value was derived.</summary>
    public static ProblemKind Derived { get; } = new(
        "SLW-APP-40012",
        "A value was derived",
        "The app does not specify its id, name or version, so Slipway derived it from what it found. That is fine for a first try, but not for a store.",
        "Set it in config.xml, in the web app manifest or with an option.",
        Severity.Notice);

    /// <summary>The web files were found in a folder.</summary>
    public static ProblemKind WebFolderChosen { get; } = new(
        "SLW-APP-40013",
        "The web files were found in a folder",
        "The given folder is a project, so Slipway packaged the output of its web build.",
        "To be sure, give that folder itself.",
        Severity.Notice);

    /// <summary>The web app was not built.</summary>
    public static ProblemKind Unbuilt { get; } = new(
        "SLW-APP-40018",
        "The web app was not built",
        "The page is the source of a bundler, such as Vite, webpack or Create React App: it loads TypeScript or components, imports packages by their names, or holds placeholders that the bundler replaces. In a web view it stays empty.",
        "Build the web app with its bundler, and give the folder that it writes (often dist, build or www).");

    /// <summary>The name of the app is too long.</summary>
    public static ProblemKind NameShortened { get; } = new(
        "SLW-APP-40019",
        "The name of the app is too long",
        "A name has at most 100 characters, of which launchers show about twelve. Slipway uses the short name, or the beginning of the name.",
        "Give a short name: short of <name> in config.xml, short_name in the web app manifest, or --name.",
        Severity.Notice);

    /// <summary>The version gives no code.</summary>
    public static ProblemKind VersionCodeRaised { get; } = new(
        "SLW-APP-40020",
        "The version gives no code",
        "Android compares versions by a whole number from 1. A version such as 0.0.0 would result in the number 0, so Slipway uses 1.",
        "Increase the version before you distribute the app, or give the code with android-versionCode in config.xml or with --version-code.",
        Severity.Warning);

    /// <summary>The version does not consist of numbers.</summary>
    public static ProblemKind VersionUnusual { get; } = new(
        "SLW-APP-40021",
        "The version does not consist of numbers",
        "Android shows the version as it is written, but compares versions by their code. As in Cordova, a part that is not a number counts as 0 in the code.",
        "Write the version as major.minor.patch, for example 1.4.0, in config.xml or with --version-name.",
        Severity.Warning);

    /// <summary>The start page loads what is not in the app.</summary>
    public static ProblemKind PartMissing { get; } = new(
        "SLW-APP-40022",
        "The start page loads what is not in the app",
        "A script or style that the start page names is not a file of the app, so the app may stay white. Often, the web build assumes that the app is in a folder of a server, such as /notes/, whereas in a package it is at the top.",
        "Build with ./ as the address of the app (Vite: base, Create React App: homepage, Angular: --base-href, Vue CLI: publicPath), or add the files.",
        Severity.Warning);

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        NotFound, NoStartPage, StartPageMissing, IdOneSegment, IdKeyword, IdTooLong, IdCapital, NameInvalid, VersionInvalid, VersionCodeInvalid, NotAnApp, Derived, WebFolderChosen, Unbuilt, NameShortened,
        VersionCodeRaised, VersionUnusual, PartMissing,
    ];
}
