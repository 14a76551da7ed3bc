namespace Slipway.Build.Plan;

/// <summary>How the screen may turn.</summary>
public enum Orientation
{
    /// <summary>As the person holds the device.</summary>
    Default,

    /// <summary>Upright only.</summary>
    Portrait,

    /// <summary>Lying only.</summary>
    Landscape,
}
