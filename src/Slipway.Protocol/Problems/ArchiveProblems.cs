namespace Slipway.Protocol.Problems;

/// <summary>Zip archives as input.</summary>
public static class ArchiveProblems
{
    /// <summary>The file is not a zip archive.</summary>
    public static ProblemKind NotZip { get; } = new(
        "SLW-ARC-40001",
        "The file is not a zip archive",
        "The file lacks the structure of a zip archive, or was cut off in transfer.",
        "Make the archive again and compare its size after the transfer.");

    /// <summary>An entry of the archive would land outside of it.</summary>
    public static ProblemKind Traversal { get; } = new(
        "SLW-ARC-40002",
        "An entry of the archive would land outside of it",
        "The name of the entry is absolute, contains .., a backslash, a drive letter or characters that no file name has. Archives like that are made to overwrite files of the machine that unpacks them.",
        "Make the archive again from inside the folder of the app, with relative names.");

    /// <summary>The archive contains a link.</summary>
    public static ProblemKind Link { get; } = new(
        "SLW-ARC-40003",
        "The archive contains a link",
        "An entry is a symbolic link or a special file.",
        "Make the archive with the files themselves (zip follows links unless told otherwise).");

    /// <summary>The archive contains the same name twice.</summary>
    public static ProblemKind Duplicate { get; } = new(
        "SLW-ARC-40004",
        "The archive contains the same name twice",
        "Two entries have the same name, or names that differ only in upper and lower case. Which of them counts depends on who reads it.",
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
        "The archive has too many entries, or unpacks to more bytes than an app may have, or packs them more tightly than real content can be.",
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
        "The archive is split over several files, or packed by a method other than store and deflate.",
        "Make the archive with the usual settings of a zip tool.");

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        NotZip, Traversal, Link, Duplicate, Inconsistent, TooLarge, Encrypted, Unsupported,
    ];
}
