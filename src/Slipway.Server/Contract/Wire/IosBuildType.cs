namespace Slipway.Server.Contract.Wire;

/// <summary>The build type of a package for iOS.</summary>
internal enum IosBuildType
{
    /// <summary>For developers' own devices.</summary>
    Development,

    /// <summary>For the App Store.</summary>
    AppStore,

    /// <summary>For the devices that the provisioning profile lists.</summary>
    Adhoc,

    /// <summary>For the employees of an enterprise.</summary>
    InHouse,

    /// <summary>For the simulator.</summary>
    Simulator,
}
