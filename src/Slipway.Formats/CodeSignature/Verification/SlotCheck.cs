using Slipway.Formats.CodeSignature.Reading;
using Slipway.Formats.Plist;

namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>
/// Compares the special slots of every code directory with the files and blobs that they cover, and compares both forms of the
/// entitlements.
/// </summary>
internal sealed class SlotCheck(SignedCode code, Findings findings)
{
    /// <summary>Returns the entitlements; null when they are missing or unreadable.</summary>
    public PlistDictionary? Run()
    {
        var signature = code.Signature;
        Compare(1, Check.InfoPlistSlot, "Info.plist", code.InfoPlist);
        Compare(2, Check.RequirementsSlot, "set of requirements", signature.Find(SignatureSlot.Requirements)?.Bytes);
        Compare(3, Check.ResourcesSlot, "CodeResources", code.Resources);
        Compare(5, Check.EntitlementsSlot, "XML entitlements", signature.Find(SignatureSlot.Entitlements)?.Bytes);
        Compare(7, Check.DerEntitlementsSlot, "DER entitlements", signature.Find(SignatureSlot.DerEntitlements)?.Bytes);
        return Entitlements(signature);
    }

    private void Compare(int slot, Check check, string what, ReadOnlyMemory<byte>? content)
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
                findings.Add(Check.EntitlementsMatch, "there are DER entitlements but no XML ones");
            return null;
        }

        var content = Try(Check.EntitlementsSlot, () => PlistReader.ReadDictionary(xml));
        if (signature.DerEntitlements is not { } bytes)
        {
            findings.Add(Check.DerEntitlementsSlot, "there are no DER entitlements, which iOS 15 and later require");
            return content;
        }

        var der = Try(Check.DerEntitlementsSlot, () => EntitlementDer.Read(bytes));
        if (der?.Form == EntitlementDerForm.Set)
            findings.Add(Check.DerEntitlementsSlot, "the DER entitlements have the first layout, a SET");
        // Changes after signing are reported already; this comparison is about the signed entitlements.
        var isSound = !findings.Has(Check.EntitlementsSlot) && !findings.Has(Check.DerEntitlementsSlot);
        if (isSound && content is not null && der is not null && !content.Equals(der.Content))
            findings.Add(Check.EntitlementsMatch, "XML and DER entitlements differ");
        return content;
    }

    private T? Try<T>(Check check, Func<T> read)
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
