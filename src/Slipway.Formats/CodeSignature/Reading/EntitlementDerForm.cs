namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>How entitlements are laid out in DER (xnu, EXTERNAL_HEADERS/CoreEntitlements/CoreEntitlements.h knows two versions).</summary>
public enum EntitlementDerForm
{
    /// <summary>A SET of pairs: the first version, which some tools still write.</summary>
    Set,

    /// <summary>[APPLICATION 16] with a version number and sorted pairs: the present one.</summary>
    Versioned,
}
