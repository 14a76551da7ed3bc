using Slipway.Formats.Zip;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Read;

/// <summary>Turns the refusals of the strict archive reader into problems.</summary>
internal static class ArchiveFaults
{
    /// <summary>Runs a step that reads from an archive.</summary>
    /// <exception cref="ProblemException">The archive is refused.</exception>
    public static T Guard<T>(string archive, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (ZipFaultException e)
        {
            throw new ProblemException(Describe(archive, e), e);
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.OfType<ZipFaultException>().FirstOrDefault() is { } fault)
        {
            throw new ProblemException(Describe(archive, fault), e);
        }
    }

    /// <summary>Returns a refusal as a problem of the archive.</summary>
    public static Problem Describe(string archive, ZipFaultException e)
    {
        var where = e.Entry is { Length: > 0 } entry ? $"{archive} ({entry})" : archive;
        if (e.Fault == ZipFault.NotZip && NonZipFile.Look(archive) is { } foreign)
            return ArchiveProblems.NotZip.At(where, $"{foreign.What}.", foreign.Remedy);
        var kind = Kind(e.Fault);
        return kind.At(where, $"The archive is refused: {e.Reason}.", Remedy(e.Fault) ?? kind.Remedy);
    }

    private static ProblemKind Kind(ZipFault fault) => fault switch
    {
        ZipFault.NotZip => ArchiveProblems.NotZip,
        ZipFault.Traversal => ArchiveProblems.Traversal,
        ZipFault.Unportable => ArchiveProblems.Unportable,
        ZipFault.Charset => ArchiveProblems.Charset,
        ZipFault.Link => ArchiveProblems.Link,
        ZipFault.Duplicate or ZipFault.Twins => ArchiveProblems.Duplicate,
        ZipFault.TooLarge => ArchiveProblems.TooLarge,
        ZipFault.Encrypted => ArchiveProblems.Encrypted,
        ZipFault.Preceded or ZipFault.Method or ZipFault.Split or ZipFault.Unsupported => ArchiveProblems.Unsupported,
        _ => ArchiveProblems.Inconsistent,
    };

    /// <summary>Returns the remedy of a fault that shares its code with other faults.</summary>
    private static string? Remedy(ZipFault fault) => fault switch
    {
        ZipFault.Preceded => "Give a plain archive: a self-extracting archive begins with a program (zip -J removes it).",
        ZipFault.Twins => "Rename one of the two files: macOS and Windows can hold only one of them.",
        ZipFault.Method => "Make the archive with deflate: zip uses it by default, 7z with -tzip -mm=Deflate.",
        ZipFault.Split => "Give one archive in one file: zip -s 0 joins a split archive.",
        _ => null,
    };
}
