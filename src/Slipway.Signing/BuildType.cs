namespace Slipway.Signing;

/// <summary>The types of packages.</summary>
public enum BuildType
{
    /// <summary>Android: for testing, signed with the debug key of the current user, debuggable.</summary>
    Debug,

    /// <summary>Android: for distribution, signed with the publisher's key.</summary>
    Release,

    /// <summary>iOS: for devices of developers, debuggable.</summary>
    Development,

    /// <summary>iOS: for the devices that the profile lists.</summary>
    AdHoc,

    /// <summary>iOS: for every device of a company.</summary>
    InHouse,

    /// <summary>iOS: for the App Store.</summary>
    AppStore,

    /// <summary>iOS: for the simulator on a Mac, unsigned.</summary>
    Simulator,
}
