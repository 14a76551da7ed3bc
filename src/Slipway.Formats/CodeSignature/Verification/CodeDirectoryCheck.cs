using Slipway.Formats.CodeSignature.Reading;
using Slipway.Formats.Plist;

namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>Compares the fields and page hashes of every code directory with the executable.</summary>
internal sealed class CodeDirectoryCheck(SignedCode code, PlistDictionary? entitlements, IpaFindings findings)
{
    private const uint AdHoc = 0x2;
    private const uint LinkerSigned = 0x20000;
    private const uint WithExecSegment = 0x20400;
    private const ulong MainBinary = 1;
    private const ulong AllowUnsigned = 0x10;
    private const long SmallPage = 1 << 12;
    private const long LargePage = 1 << 14;

    public void Run()
    {
        var primary = code.Signature.CodeDirectories[0];
        foreach (var directory in code.Signature.CodeDirectories)
        {
            if ((directory.Identifier, directory.TeamId) != (primary.Identifier, primary.TeamId))
                findings.Add(IpaCheck.CodeDirectory, "the code directories name different code");
            Fields(directory);
            Pages(directory);
        }
    }

    private void Fields(CodeDirectory directory)
    {
        if ((directory.Flags & (AdHoc | LinkerSigned)) != 0)
            findings.Add(IpaCheck.CodeDirectory, "the code directory is marked as ad hoc, which means without a signer");
        if (directory.CodeLimit != code.Place.Offset)
            findings.Add(IpaCheck.CodeDirectory, $"the code directory covers {directory.CodeLimit} bytes, but the code has {code.Place.Offset}");
        if (directory.Version < WithExecSegment)
        {
            findings.Add(IpaCheck.CodeDirectory, $"the code directory has the old version 0x{directory.Version:x}");
            return;
        }

        if (directory.ExecSegmentBase != code.Place.TextOffset || directory.ExecSegmentLimit != code.Place.TextSize)
            findings.Add(IpaCheck.CodeDirectory, "the code directory states another place for the executable segment than the load commands");
        if ((directory.ExecSegmentFlags & MainBinary) != 0 != code.Place.IsMain)
            findings.Add(IpaCheck.CodeDirectory, code.Place.IsMain ? "the code directory does not mark the code as a main program" : "the code directory marks a library as a main program");
        if ((directory.ExecSegmentFlags & AllowUnsigned) != 0 != (entitlements?.Boolean("get-task-allow") is true))
            findings.Add(IpaCheck.CodeDirectory, "code directory and entitlements disagree on debuggers (get-task-allow)");
    }

    private void Pages(CodeDirectory directory)
    {
        if (directory.PageSize is not (SmallPage or LargePage))
        {
            findings.Add(IpaCheck.CodeDirectory, $"pages have {directory.PageSize} bytes; 4096 and 16384 are allowed");
            return;
        }

        var limit = Math.Min(directory.CodeLimit, code.File.Length);
        var count = (limit + directory.PageSize - 1) / directory.PageSize;
        if (directory.CodeSlotCount != count)
        {
            findings.Add(IpaCheck.CodeDirectory, $"the code directory has {directory.CodeSlotCount} pages, but the code has {count}");
            return;
        }

        var changed = new List<int>();
        for (var page = 0; page < count; page++)
        {
            var start = page * directory.PageSize;
            var content = code.File.Span.Slice((int)start, (int)Math.Min(directory.PageSize, limit - start));
            if (!CodeHash.Of(directory.HashType, content).AsSpan().SequenceEqual(directory.CodeSlot(page).Span))
                changed.Add(page);
        }

        if (changed.Count > 0)
            findings.Add(IpaCheck.Pages, $"{changed.Count} of {count} pages of the code were changed after signing, the first at offset {changed[0] * directory.PageSize}");
    }
}
