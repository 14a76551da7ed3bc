namespace Slipway.Formats.Dex;

/// <summary>Visibility of an annotation (dex-format, annotation_item).</summary>
public enum DexVisibility
{
    /// <summary>Visible only at build time.</summary>
    Build = 0,

    /// <summary>Visible to reflection.</summary>
    Runtime = 1,

    /// <summary>Visible only to the runtime itself (dalvik.annotation).</summary>
    System = 2,
}
