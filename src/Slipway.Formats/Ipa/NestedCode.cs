namespace Slipway.Formats.Ipa;

/// <summary>Code that is nested in an app.</summary>
/// <param name="Path">The file, or the folder of the bundle with a slash at its end.</param>
/// <param name="Kind">Its kind.</param>
internal sealed record NestedCode(string Path, NestedCodeKind Kind);

/// <summary>Kinds of nested code.</summary>
internal enum NestedCodeKind
{
    /// <summary>A single file that is loaded as code, in any folder.</summary>
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
