namespace Slipway.Build.Plan;

/// <summary>Orientations of the screen that an app supports.</summary>
public enum Orientation
{
    /// <summary>Any: the screen turns with the device.</summary>
    Default,

    /// <summary>Portrait only.</summary>
    Portrait,

    /// <summary>Landscape only.</summary>
    Landscape,
}
