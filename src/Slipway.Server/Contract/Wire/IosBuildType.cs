namespace Slipway.Server.Contract.Wire;

/// <summary>What a package for iOS is made for.</summary>
internal enum IosBuildType
{
    /// <summary>For devices of developers.</summary>
    Development,

    /// <summary>For the App Store.</summary>
    AppStore,

    /// <summary>For listed devices.</summary>
    Adhoc,

    /// <summary>For an enterprise's own people.</summary>
    InHouse,

    /// <summary>For the simulator.</summary>
    Simulator,
}
