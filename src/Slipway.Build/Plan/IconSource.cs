namespace Slipway.Build.Plan;

/// <summary>Where the pictures of the icon are named. The source decides which pictures may be missing.</summary>
public enum IconSource
{
    /// <summary>config.xml: every layer that it names must have a picture that can be drawn.</summary>
    Configuration,

    /// <summary>The web app manifest: the main picture must be there; layers are optional.</summary>
    Manifest,

    /// <summary>The start page: when no picture can be drawn, the app gets the built-in icon.</summary>
    Page,
}
