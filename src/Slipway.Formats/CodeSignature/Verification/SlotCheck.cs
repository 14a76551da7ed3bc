using Slipway.Formats.CodeSignature.Reading;
using Slipway.Formats.Plist;

namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>
/// Compares the special slots of every code directory with the files and blobs that they cover, and compares both forms of the
/// entitlements.
/// </summary>
internal sealed class SlotCheck(SignedCode code, IpaFindings findings)
{
    /// <summary>Returns the entitlements; null when they are missing or unreadable.</summary>
    public PlistDictionary? Run()
    {
        var signature = code.Signature;
        Compare(1, IpaCheck.InfoPlistSlot, "Info.plist", code.InfoPlist);
        Compare(2, IpaCheck.RequirementsSlot, "set of requirements", signature.Find(SignatureSlot.Requirements)?.Bytes);
        Compare(3, IpaCheck.ResourcesSlot, "CodeResources", code.Resources);
        Compare(5, IpaCheck.EntitlementsSlot, "XML entitlements", signature.Find(SignatureSlot.Entitlements)?.Bytes);
        Compare(7, IpaCheck.DerEntitlementsSlot, "DER entitlements", signature.Find(SignatureSlot.DerEntitlements)?.Bytes);
        return Entitlements(signature);
    }

    private void Compare(int slot, IpaCheck check, string what, ReadOnlyMemory<byte>? content)
    {
        foreach (var directory in code.Signature.CodeDirectories)
        {
            var expected = directory.SpecialSlot(slot);
            var text = (expected.IsEmpty, content) switch
            {
                (true, null) => null,
                (true, _) => $"the signature does not cover the {what}",
                (false, null) => $"the signature covers a {what}, but it is missing",
                _ => CodeHash.Of(directory.HashType, content.Value.Span).AsSpan().SequenceEqual(expected.Span) ? null : $"the {what} was changed after signing",
            };
            if (text is null)
                continue;
            findings.Add(check, text);
            return;
        }
    }

    private PlistDictionary? Entitlements(EmbeddedSignature signature)
    {
        if (signature.Entitlements is not { } xml)
        {
            if (signature.DerEntitlements is not null)
                findings.Add(IpaCheck.EntitlementsMatch, "there are DER entitlements but no XML ones");
            return null;
        }

        var content = Try(IpaCheck.EntitlementsSlot, () => PlistReader.ReadDictionary(xml));
        if (signature.DerEntitlements is not { } bytes)
        {
            findings.Add(IpaCheck.DerEntitlementsSlot, "there are no DER entitlements, which iOS 15 and later require");
            return content;
        }

        var der = Try(IpaCheck.DerEntitlementsSlot, () => EntitlementDer.Read(bytes));
        if (der?.Form == EntitlementDerForm.Set)
            findings.Add(IpaCheck.DerEntitlementsSlot, "the DER entitlements have the first layout, a SET");
        // Changes after signing are reported already; this comparison is about the signed entitlements.
        var isSound = !findings.Has(IpaCheck.EntitlementsSlot) && !findings.Has(IpaCheck.DerEntitlementsSlot);
        if (isSound && content is not null && der is not null && !content.Equals(der.Content))
            findings.Add(IpaCheck.EntitlementsMatch, "XML and DER entitlements differ");
        return content;
    }

    private T? Try<T>(IpaCheck check, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (MalformedInputException broken)
        {
            if (!findings.Has(check))
                findings.Add(check, broken.Message);
            return null;
        }
    }
}
