namespace Slipway.Formats.Dex;

/// <summary>Visibility of an annotation (dex-format, annotation_item).</summary>
public enum DexVisibility
{
    /// <summary>Only at build time.</summary>
    Build = 0,

    /// <summary>By reflection.</summary>
    Runtime = 1,

    /// <summary>Only by the runtime itself (dalvik.annotation).</summary>
    System = 2,
}
