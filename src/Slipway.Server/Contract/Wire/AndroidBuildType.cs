namespace Slipway.Server.Contract.Wire;

/// <summary>The build type of a package for Android.</summary>
internal enum AndroidBuildType
{
    /// <summary>An Android App Bundle for a store.</summary>
    Bundle,

    /// <summary>An APK to debug.</summary>
    Debug,

    /// <summary>An APK for users.</summary>
    Release,
}
