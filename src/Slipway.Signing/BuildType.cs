namespace Slipway.Signing;

/// <summary>What a package is for.</summary>
public enum BuildType
{
    /// <summary>Android: to try out, signed with a key of this machine's user, open to debuggers.</summary>
    Debug,

    /// <summary>Android: to give away, signed with a key of the publisher.</summary>
    Release,

    /// <summary>iOS: for the devices of developers, open to debuggers.</summary>
    Development,

    /// <summary>iOS: for the devices that the profile lists.</summary>
    AdHoc,

    /// <summary>iOS: for every device of a company.</summary>
    InHouse,

    /// <summary>iOS: for the store.</summary>
    AppStore,

    /// <summary>iOS: for the simulator on a Mac, not signed.</summary>
    Simulator,
}
