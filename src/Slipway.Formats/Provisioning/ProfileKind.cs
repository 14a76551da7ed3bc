namespace Slipway.Formats.Provisioning;

/// <summary>The devices on which a provisioning profile allows an app.</summary>
public enum ProfileKind
{
    /// <summary>Listed devices, with a debugger: <c>get-task-allow</c> is true.</summary>
    Development,

    /// <summary>Listed devices.</summary>
    AdHoc,

    /// <summary>Every device of a company: <c>ProvisionsAllDevices</c> is true.</summary>
    InHouse,

    /// <summary>The store: no list of devices.</summary>
    AppStore,
}
