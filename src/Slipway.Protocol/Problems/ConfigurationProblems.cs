namespace Slipway.Protocol.Problems;

/// <summary>Problems of config.xml and the web app manifest.</summary>
public static class ConfigurationProblems
{
    /// <summary>config.xml is not well-formed XML.</summary>
    public static ProblemKind XmlMalformed { get; } = new(
        "SLW-CNF-40001",
        "config.xml is not well-formed XML",
        "A tag is not closed, a quote is missing, or a character does not belong there.",
        "Correct the given position. An XML editor shows it.");

    /// <summary>config.xml contains a document type declaration.</summary>
    public static ProblemKind XmlDtd { get; } = new(
        "SLW-CNF-40002",
        "config.xml contains a document type declaration",
        "A document type declaration can include other files and expand a few lines to gigabytes. No app needs one.",
        "Remove the <!DOCTYPE ...> declaration.");

    /// <summary>config.xml is too large.</summary>
    public static ProblemKind XmlTooComplex { get; } = new(
        "SLW-CNF-40003",
        "config.xml is too large",
        "The file has more bytes, elements, attributes or levels than any real configuration.",
        "Remove what does not belong there.");

    /// <summary>config.xml is not a widget.</summary>
    public static ProblemKind NotAWidget { get; } = new(
        "SLW-CNF-40004",
        "config.xml is not a widget",
        "The outermost element of the config.xml of a Cordova app is <widget>. This file has another one, so it belongs to the web app, which is built without a configuration.",
        "Nothing, unless the file was meant to configure a Cordova app: then its outermost element must be <widget>.",
        Severity.Notice);

    /// <summary>The web app manifest is not JSON.</summary>
    public static ProblemKind JsonMalformed { get; } = new(
        "SLW-CNF-40005",
        "The web app manifest, or the configuration, is not JSON",
        "A comma, a quote or a bracket is missing or too many.",
        "Correct the given position.");

    /// <summary>A member of the web app manifest has the wrong type.</summary>
    public static ProblemKind JsonType { get; } = new(
        "SLW-CNF-40006",
        "A member of the web app manifest has the wrong type",
        "The member is ignored by browsers when its type is wrong.",
        "Write the member as the Web App Manifest specification defines it.",
        Severity.Warning);

    /// <summary>The web app manifest is too large.</summary>
    public static ProblemKind ManifestTooLarge { get; } = new(
        "SLW-CNF-40007",
        "The web app manifest is too large",
        "The file is larger than 1 MB.",
        "Remove what does not belong there.");

    /// <summary>A path leaves the app.</summary>
    public static ProblemKind PathEscape { get; } = new(
        "SLW-CNF-40011",
        "A path leaves the app",
        "A file is named by an absolute path, or by one that leaves the app through .. or a link.",
        "Put the file into the app's folder and name it by a relative path.");

    /// <summary>A file that the configuration names is missing.</summary>
    public static ProblemKind ResourceMissing { get; } = new(
        "SLW-CNF-40012",
        "A file that the configuration names is missing",
        "The name is misspelt, or the file was not added.",
        "Add the file or correct its name; names are case-sensitive and count from the folder of config.xml.");

    /// <summary>A setting was ignored.</summary>
    public static ProblemKind Ignored { get; } = new(
        "SLW-CNF-40013",
        "A setting was ignored",
        "Slipway does not know this setting, or it has no meaning for this kind of build.",
        "Nothing, unless the app depends on it.",
        Severity.Notice);

    /// <summary>The start page is on another server.</summary>
    public static ProblemKind RemoteStart { get; } = new(
        "SLW-CNF-40014",
        "The start page is on another server",
        "The start page is a URL. An app built here carries its own files.",
        "Name a file of the app as start page, and open the other server from there.");

    /// <summary>A permission is not named in full.</summary>
    public static ProblemKind Permission { get; } = new(
        "SLW-CNF-40015",
        "A permission is not named in full",
        "Android knows permissions by their full names, and silently ignores any other.",
        "Write the whole name, for example android.permission.CAMERA.");

    /// <summary>config.xml is not in the encoding that it declares.</summary>
    public static ProblemKind Encoding { get; } = new(
        "SLW-CNF-40017",
        "config.xml is not in the encoding that it declares",
        "The bytes are not text in the encoding that the first line declares, or in UTF-8 if it declares none.",
        "Save the file as UTF-8.",
        Severity.Warning);

    /// <summary>An element of the manifest of Android is strict and differs.</summary>
    public static ProblemKind ManifestConflict { get; } = new(
        "SLW-CNF-40018",
        "An element of the manifest of Android is strict and differs",
        "The marker tools:node=\"strict\" or tools:strict requires that the build fails if another manifest has the element with other attributes.",
        "Remove the marker, or write the element as the shell has it.");

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        XmlMalformed, XmlDtd, XmlTooComplex, NotAWidget, JsonMalformed, JsonType, ManifestTooLarge, PathEscape, ResourceMissing, Ignored, RemoteStart,
        Permission, Encoding, ManifestConflict,
    ];
}
