namespace Slipway.Server.Contract.Wire;

/// <summary>The framework of an app.</summary>
internal enum MobileFramework
{
    /// <summary>Capacitor.</summary>
    Capacitor,

    /// <summary>Apache Cordova.</summary>
    Cordova,
}
