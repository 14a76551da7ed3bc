namespace Slipway.Build.Plan.Ios;

/// <summary>Devices that an app runs on: UIDeviceFamily of Info.plist.</summary>
[Flags]
public enum DeviceFamilies
{
    /// <summary>No device.</summary>
    None = 0,

    /// <summary>iPhone and iPod touch: 1.</summary>
    Phone = 1,

    /// <summary>iPad: 2.</summary>
    Pad = 2,

    /// <summary>Both.</summary>
    Universal = Phone | Pad,
}
