namespace Slipway.Protocol.Problems;

/// <summary>Problems of zip archives that contain an app.</summary>
public static class ArchiveProblems
{
    /// <summary>The file is not a zip archive.</summary>
    public static ProblemKind NotZip { get; } = new(
        "SLW-ARC-40001",
        "The file is not a zip archive",
        "The file has another format, or lacks the end of a zip archive because it was cut off in transfer.",
        "Make the archive again and compare its size after the transfer.");

    /// <summary>An entry of the archive would land outside of it.</summary>
    public static ProblemKind Traversal { get; } = new(
        "SLW-ARC-40002",
        "An entry of the archive would land outside of it",
        "The name of the entry is absolute, contains .. or begins with a drive letter. Such archives are made to overwrite files on the machine that unpacks them.",
        "Make the archive again with names that begin at the folder of the app: no slash, drive letter or .. in front.");

    /// <summary>The archive contains a link.</summary>
    public static ProblemKind Link { get; } = new(
        "SLW-ARC-40003",
        "The archive contains a link",
        "An entry is a symbolic link or a special file.",
        "Make the archive with the files themselves: zip without -y, 7z without -snl, tar with -h. Or give the folder: links that stay inside of it are followed there.");

    /// <summary>The archive contains the same name twice.</summary>
    public static ProblemKind Duplicate { get; } = new(
        "SLW-ARC-40004",
        "The archive contains the same name twice",
        "Two entries have the same name, or names that a file system takes for the same because it ignores case or composes letters. Which of them counts depends on who reads it.",
        "Make the archive again; do not append to an old one.");

    /// <summary>The archive contradicts itself.</summary>
    public static ProblemKind Inconsistent { get; } = new(
        "SLW-ARC-40005",
        "The archive contradicts itself",
        "Sizes, checksums or names in the directory of the archive differ from what is stored with the entry.",
        "The archive is damaged or made to deceive: make it again.");

    /// <summary>The archive unpacks to too much.</summary>
    public static ProblemKind TooLarge { get; } = new(
        "SLW-ARC-40006",
        "The archive unpacks to too much",
        "The archive has too many entries, unpacks to more bytes than an app may have, or is compressed more tightly than real content can be.",
        "Remove what does not belong to the app.");

    /// <summary>The archive is encrypted.</summary>
    public static ProblemKind Encrypted { get; } = new(
        "SLW-ARC-40007",
        "The archive is encrypted",
        "An entry is protected by a password.",
        "Make the archive without a password.");

    /// <summary>The archive uses a feature that is not supported.</summary>
    public static ProblemKind Unsupported { get; } = new(
        "SLW-ARC-40008",
        "The archive uses a feature that is not supported",
        "The archive is split over several files, is self-extracting, or uses a compression method other than store and deflate.",
        "Make the archive with the usual settings of a zip tool.");

    /// <summary>A name in the archive is not the same on every system.</summary>
    public static ProblemKind Unportable { get; } = new(
        "SLW-ARC-40009",
        "A name in the archive is not the same on every system",
        "The name contains a backslash, a colon or a control character, or a part of it ends with a dot or a space. Some systems would unpack another file, or none.",
        "Rename the file, and make the archive again.");

    /// <summary>The charset of a name in the archive is unknown.</summary>
    public static ProblemKind Charset { get; } = new(
        "SLW-ARC-40010",
        "The charset of a name in the archive is unknown",
        "The bytes of the name are not UTF-8, and the archive does not say what they are.",
        "Rename the file so that its name is ASCII, make the archive with a tool that writes UTF-8 (7z with -mcu=on), or give the folder.");

    /// <summary>The charset of a name in the archive was assumed.</summary>
    public static ProblemKind CharsetAssumed { get; } = new(
        "SLW-ARC-40011",
        "The charset of a name in the archive was assumed",
        "The archive does not say in which charset the name is. The standard then requires code page 437, that of the first DOS; tools on systems of other languages use others.",
        "Check whether the name is right. If not, make the archive with a tool that writes UTF-8 (7z with -mcu=on), or give the folder.",
        Severity.Warning);

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        NotZip, Traversal, Link, Duplicate, Inconsistent, TooLarge, Encrypted, Unsupported,
        Unportable, Charset, CharsetAssumed,
    ];
}
