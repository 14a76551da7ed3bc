using System.Buffers.Binary;
using System.Security.Cryptography;
using Slipway.Formats.Zip;

namespace Slipway.Formats.ApkSigning;

/// <summary>
/// Verifies a package as devices and zip tools do: structure of the archive, every content, the schemes v1, v2 and v3, removal of
/// newer signatures, and alignment. Sources: source.android.com, "Application signing" and the pages of the schemes.
/// </summary>
public static class ApkVerifier
{
    /// <summary>Verifies a package; every fault becomes an issue, never an exception.</summary>
    /// <param name="apk">The package; the stream must be seekable.</param>
    /// <param name="minSdk">The oldest API level that the package is for.</param>
    public static ApkVerification Verify(Stream apk, int minSdk)
    {
        var issues = new List<ApkIssue>();
        try
        {
            var zip = ZipReader.Open(apk, ZipReadLimits.ForPackages);
            return new ApkVerificationRun(zip, minSdk, issues).Run();
        }
        catch (MalformedInputException broken)
        {
            issues.Add(new ApkIssue(ApkIssueKind.Zip, broken.Message, broken.Entry, IsError: true));
            return new ApkVerification(new HashSet<ApkScheme>(), new HashSet<ApkScheme>(), [], [], issues);
        }
    }

    /// <summary>Returns the regions of an existing package that v2 and v3 protect.</summary>
    internal static ApkContents Contents(ZipReader zip, long entriesEnd)
    {
        var directory = zip.Source.ReadExactly(zip.End.Offset, (int)zip.End.Size);
        var end = zip.Source.ReadExactly(zip.End.RecordOffset, (int)(zip.Source.Length - zip.End.RecordOffset));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)entriesEnd);
        return new ApkContents(zip.Source, entriesEnd, directory, end);
    }

    internal static Func<HashAlgorithmName, byte[]> Digests(ApkContents contents)
    {
        var known = new Dictionary<HashAlgorithmName, byte[]>();
        return algorithm => known.TryGetValue(algorithm, out var digest)
            ? digest
            : known[algorithm] = ChunkDigester.Digest(contents, algorithm, CancellationToken.None);
    }
}
