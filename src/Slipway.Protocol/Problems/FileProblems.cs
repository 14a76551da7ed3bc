namespace Slipway.Protocol.Problems;

/// <summary>Problems of an app's files and folders.</summary>
public static class FileProblems
{
    /// <summary>A link leaves the app.</summary>
    public static ProblemKind LinkLeaves { get; } = new(
        "SLW-FIL-40001",
        "A link leaves the app",
        "A symbolic link in the folder points outside of it, or to nothing. Following it would publish a file that does not belong to the app.",
        "Copy the file into the folder, or remove the link.");

    /// <summary>A file is not a regular file.</summary>
    public static ProblemKind SpecialFile { get; } = new(
        "SLW-FIL-40002",
        "A file is not a regular file",
        "There is a pipe, a socket or a device in the folder.",
        "Remove it from the folder.");

    /// <summary>A file cannot be read.</summary>
    public static ProblemKind Unreadable { get; } = new(
        "SLW-FIL-40003",
        "A file cannot be read",
        "The permissions forbid it, or it was removed during the build.",
        "Check its permissions and that nothing else writes to the folder during the build.");

    /// <summary>The name of a file cannot be used.</summary>
    public static ProblemKind NameUnusable { get; } = new(
        "SLW-FIL-40004",
        "The name of a file cannot be used",
        "The name contains a backslash, a control character or bytes that are not UTF-8, so it has no address in a web app.",
        "Rename the file.");

    /// <summary>Files were left out.</summary>
    public static ProblemKind Skipped { get; } = new(
        "SLW-FIL-40005",
        "Files were left out",
        "Folders of version control, editors and package managers, desktop metadata, and packages from earlier builds are not part of an app.",
        "Give the folder that the web build writes if something is missing, or name it with --include.",
        Severity.Notice);

    /// <summary>The folders are nested too deeply.</summary>
    public static ProblemKind TooDeep { get; } = new(
        "SLW-FIL-40006",
        "The folders are nested too deeply",
        "There are more than 64 levels of folders, or a link leads back to a folder above it.",
        "Remove the link or the levels.");

    /// <summary>Two names differ only in case, or in how letters are composed.</summary>
    public static ProblemKind CaseTwins { get; } = new(
        "SLW-FIL-40007",
        "Two names differ only in case, or in how letters are composed",
        "On other file systems they are the same file, so the app works here but not there.",
        "Rename one of them.",
        Severity.Warning);

    /// <summary>A file changed during the build.</summary>
    public static ProblemKind Changed { get; } = new(
        "SLW-FIL-40008",
        "A file changed during the build",
        "The file's length changed between reading the folder and packing it.",
        "Let the web build finish first, then build again.");

    /// <summary>Two names are one file for iOS.</summary>
    public static ProblemKind OneFileOnIos { get; } = new(
        "SLW-FIL-40009",
        "Two names are one file for iOS",
        "The names differ only in case, or in how letters are composed. Simulators and the Macs that install packages can hold only one of the files, and devices do not tell composed letters apart.",
        "Rename one of them, and use its name in the pages exactly as the file has it.");

    /// <summary>Some tools change the name of a file.</summary>
    public static ProblemKind NotPortable { get; } = new(
        "SLW-FIL-40010",
        "Some tools change the name of a file",
        "The name has a colon, or a part of it ends with a dot or a space. iOS accepts such a name, but a tool that unpacks and signs the package again on Windows changes it.",
        "Rename the file if the package will be unpacked and signed again on Windows.",
        Severity.Warning);

    /// <summary>The files do not fit into a package.</summary>
    public static ProblemKind PackageTooLarge { get; } = new(
        "SLW-FIL-40011",
        "The files do not fit into a package",
        "No release of Android installs a package of more than 4 GiB or 65,534 files. Slipway applies the same limits to packages for iOS.",
        "Leave out what the app does not need, or load it from a server.");

    /// <summary>Files with keys or passwords were left out.</summary>
    public static ProblemKind SecretsLeftOut { get; } = new(
        "SLW-FIL-40012",
        "Files with keys or passwords were left out",
        "Anyone who has the package can unpack it. So keystores, private keys, provisioning profiles, and files in which tools keep passwords and tokens are left out; public certificates are not.",
        "Keep such files outside the app's folder. If the app needs one of them, name it with --include.",
        Severity.Notice);

    /// <summary>A pattern of --include cannot be used.</summary>
    public static ProblemKind IncludeInvalid { get; } = new(
        "SLW-FIL-40013",
        "A pattern of --include cannot be used",
        "A pattern is a path within the app, in which * and ? stand for characters of a name and ** for any folders. Without a slash, it matches a name in any folder. There are at most 50 patterns of at most 200 characters.",
        "Give a path that counts from the folder of the web files, such as certs/client.p12 or *.p12.");

    /// <summary>A pattern of --include has no effect.</summary>
    public static ProblemKind IncludeUnused { get; } = new(
        "SLW-FIL-40014",
        "A pattern of --include has no effect",
        "The pattern matches no file that would be left out. Slipway searches a folder that is left out only if the pattern begins with the folder's name.",
        "Check the pattern: it counts from the folder of the web files.",
        Severity.Notice);

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        LinkLeaves, SpecialFile, Unreadable, NameUnusable, Skipped, TooDeep, CaseTwins, Changed, OneFileOnIos, NotPortable, PackageTooLarge,
        SecretsLeftOut, IncludeInvalid, IncludeUnused,
    ];
}
