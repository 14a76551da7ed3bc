using Slipway.Formats.Zip;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Read;

/// <summary>What the strict reader of archives refuses, as problems.</summary>
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

    private static Problem Describe(string archive, ZipFaultException e)
    {
        var where = e.Entry is { Length: > 0 } entry ? $"{archive} ({entry})" : archive;
        return Kind(e.Fault).At(where, $"The archive is refused: {e.Reason}.");
    }

    private static ProblemKind Kind(ZipFault fault) => fault switch
    {
        ZipFault.NotZip => ArchiveProblems.NotZip,
        ZipFault.Traversal => ArchiveProblems.Traversal,
        ZipFault.Link => ArchiveProblems.Link,
        ZipFault.Duplicate => ArchiveProblems.Duplicate,
        ZipFault.TooLarge => ArchiveProblems.TooLarge,
        ZipFault.Encrypted => ArchiveProblems.Encrypted,
        ZipFault.Unsupported => ArchiveProblems.Unsupported,
        _ => ArchiveProblems.Inconsistent,
    };
}
