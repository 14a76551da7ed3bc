using Slipway.Formats.Zip;

namespace Slipway.Formats.ApkSigning;

/// <summary>One verification of a package: runs its parts in order and collects their results.</summary>
internal sealed class ApkVerificationRun(ZipReader zip, int minSdk, List<ApkIssue> issues)
{
    private readonly HashSet<ApkScheme> _present = [];
    private readonly HashSet<ApkScheme> _verified = [];
    private readonly List<ApkSigner> _signers = [];

    public ApkVerification Run()
    {
        var hashes = new EntryCheck(zip, issues).Run();
        VerifyBlock();
        VerifyJar(hashes);
        CheckCoverage();
        return new ApkVerification(_present, _verified, _signers, zip.Entries, issues);
    }

    private void VerifyBlock()
    {
        SigningBlockReader? block;
        try
        {
            block = SigningBlockReader.Find(zip.Source, zip.End.Offset);
        }
        catch (MalformedInputException broken)
        {
            issues.Add(new ApkIssue(ApkIssueKind.SigningBlock, broken.Message, Where: null, IsError: true));
            return;
        }

        if (block is null)
            return;
        var digests = ApkVerifier.Digests(ApkVerifier.Contents(zip, block.Start));
        foreach (var (scheme, number) in new[] { (ApkScheme.V2, ApkSchemes.V2Block), (ApkScheme.V3, ApkSchemes.V3Block) })
        {
            if (!block.Pairs.TryGetValue(number, out var value))
                continue;
            _present.Add(scheme);
            var verifier = new SchemeVerifier(scheme, block, digests, issues);
            if (verifier.Verify(value))
                _verified.Add(scheme);
            _signers.AddRange(verifier.Signers);
        }

        if (block.Pairs.ContainsKey(ApkSchemes.V31Block))
            _present.Add(ApkScheme.V31);
    }

    private void VerifyJar(IReadOnlyDictionary<string, ContentHash> hashes)
    {
        var isNeeded = minSdk < ApkSchemes.V2FirstSdk || (!_present.Contains(ApkScheme.V2) && !_present.Contains(ApkScheme.V3));
        var jar = new JarVerifier(zip, hashes, _present, new ApkIssues(issues, "V1", areErrors: isNeeded));
        if (!jar.IsPresent)
            return;
        _present.Add(ApkScheme.V1);
        if (jar.Verify())
            _verified.Add(ApkScheme.V1);
        _signers.AddRange(jar.Signers);
    }

    private void CheckCoverage()
    {
        var hasNew = _present.Contains(ApkScheme.V2) || _present.Contains(ApkScheme.V3);
        if (_present.Count == 0)
            issues.Add(new ApkIssue(ApkIssueKind.NotSigned, "the package is not signed", Where: null, IsError: true));
        else if (minSdk < ApkSchemes.V2FirstSdk && !_present.Contains(ApkScheme.V1))
            issues.Add(new ApkIssue(ApkIssueKind.NotSigned, $"devices of API level {minSdk} need a v1 signature", Where: null, IsError: true));
        else if (hasNew && minSdk < ApkSchemes.V3FirstSdk && minSdk >= ApkSchemes.V2FirstSdk && !_present.Contains(ApkScheme.V2) && !_present.Contains(ApkScheme.V1))
            issues.Add(new ApkIssue(ApkIssueKind.NotSigned, $"devices of API level {minSdk} need a v2 signature", Where: null, IsError: true));
    }
}
