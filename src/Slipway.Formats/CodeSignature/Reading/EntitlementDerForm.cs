namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>The layouts of entitlements in DER (the two versions of xnu, EXTERNAL_HEADERS/CoreEntitlements/CoreEntitlements.h).</summary>
public enum EntitlementDerForm
{
    /// <summary>A SET of pairs: the first version, which some tools still write.</summary>
    Set,

    /// <summary>[APPLICATION 16] with a version number and sorted pairs: the current version.</summary>
    Versioned,
}
