namespace Slipway.Build.Plan;

/// <summary>Who names the pictures of the icon: the more deliberate it is, the less may be left out.</summary>
public enum IconSource
{
    /// <summary>config.xml: each layer that it names must have a picture.</summary>
    Configuration,

    /// <summary>The web app manifest: there must be a picture for everything, layers are a bonus.</summary>
    Manifest,

    /// <summary>The start page: without a picture that can be drawn the built-in icon stays.</summary>
    Page,
}
