namespace Slipway.Build.Read;

/// <summary>How an app describes itself.</summary>
public enum AppKind
{
    /// <summary>A folder with an index.html and nothing more.</summary>
    PlainFolder,

    /// <summary>A web app with a manifest as the W3C describes it.</summary>
    WebManifest,

    /// <summary>A Cordova project: config.xml and www.</summary>
    Cordova,
}
