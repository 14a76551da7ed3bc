using System.Collections.Concurrent;
using Slipway.Formats.Zip;

namespace Slipway.Formats.ApkSigning;

/// <summary>Reads every content to its end, which verifies lengths and checksums, and checks the alignment.</summary>
internal sealed class EntryCheck(ZipReader zip, List<ApkIssue> issues)
{
    private const int Word = 4;
    private const int SmallPage = 4096;

    /// <summary>Runs the check and returns the hashes of the intact contents.</summary>
    public IReadOnlyDictionary<string, ContentHash> Run()
    {
        var hashes = new ConcurrentDictionary<string, ContentHash>(StringComparer.Ordinal);
        var broken = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        Parallel.ForEach(zip.Entries, entry =>
        {
            try
            {
                using var content = zip.OpenEntry(entry);
                hashes[entry.Name] = ContentHash.Of(content);
            }
            catch (ZipFaultException fault)
            {
                broken[entry.Name] = fault.Reason;
            }
        });
        foreach (var entry in zip.Entries)
        {
            if (broken.TryGetValue(entry.Name, out var reason))
                issues.Add(new ApkIssue(ApkIssueKind.EntryBroken, reason, entry.Name, IsError: true));
            CheckAlignment(entry);
        }

        return hashes;
    }

    private void CheckAlignment(ZipEntry entry)
    {
        if (entry.Method != ZipMethod.Store || entry.Size == 0)
        {
            if (entry.Name == "resources.arsc" && entry.Method != ZipMethod.Store)
                issues.Add(new ApkIssue(ApkIssueKind.Misaligned, "the resource table is compressed, which Android 11 and later refuse", entry.Name, IsError: false));
            return;
        }

        var alignment = UncompressedFileTypes.Alignment(entry.Name);
        if (entry.DataOffset % Word != 0)
            issues.Add(new ApkIssue(ApkIssueKind.Misaligned, "the data is not aligned to 4 bytes", entry.Name, IsError: false));
        else if (alignment > Word && entry.DataOffset % SmallPage != 0)
            issues.Add(new ApkIssue(ApkIssueKind.Misaligned, "the library is not aligned to a page", entry.Name, IsError: false));
        else if (entry.DataOffset % alignment != 0)
            issues.Add(new ApkIssue(ApkIssueKind.Misaligned, "the library is not aligned to a page of 16 KiB", entry.Name, IsError: false));
    }
}
