namespace Slipway.Build.Plan;

/// <summary>A platform that a package can be built for.</summary>
public enum Platform
{
    /// <summary>Android.</summary>
    Android,

    /// <summary>iOS and iPadOS.</summary>
    Ios,
}
