namespace Slipway.Build.Read;

/// <summary>The kind of an app, which decides where its settings are.</summary>
public enum AppKind
{
    /// <summary>A folder with an index.html and nothing more.</summary>
    PlainFolder,

    /// <summary>A web app with a W3C Web Application Manifest.</summary>
    WebManifest,

    /// <summary>A Cordova project: config.xml and www.</summary>
    Cordova,
}
