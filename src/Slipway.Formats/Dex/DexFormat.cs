namespace Slipway.Formats.Dex;

/// <summary>
/// Formats of encoded instructions. The name consists of the number of 16-bit units, the number of registers and the kind of extra
/// data (source.android.com, "Dalvik executable instruction formats").
/// </summary>
internal enum DexFormat : byte
{
    /// <summary>No instruction.</summary>
    None,
    F10x,
    F12x,
    F11n,
    F11x,
    F10t,
    F20t,
    F22x,
    F21t,
    F21s,
    F21h,
    F21c,
    F23x,
    F22b,
    F22t,
    F22s,
    F22c,
    F30t,
    F32x,
    F31i,
    F31t,
    F31c,
    F35c,
    F3rc,
    F45cc,
    F4rcc,
    F51l,
}
