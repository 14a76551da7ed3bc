namespace Slipway.Formats.Ipa;

/// <summary>What a piece of nested code is.</summary>
internal enum NestedCodeKind
{
    /// <summary>A file that is loaded on its own, in whatever folder it is.</summary>
    File,

    /// <summary>A framework, test bundle or plug-in: it gets a seal of its own.</summary>
    Bundle,

    /// <summary>An extension, which needs a profile.</summary>
    Extension,

    /// <summary>Another app.</summary>
    App,

    /// <summary>A framework in the layout of macOS, with a folder for each version, which iOS does not load.</summary>
    Versioned,
}
