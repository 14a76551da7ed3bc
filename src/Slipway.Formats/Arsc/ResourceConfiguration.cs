namespace Slipway.Formats.Arsc;

/// <summary>
/// The devices to which a value applies (<c>ResTable_config</c> in androidfw/ResourceTypes.h); the default applies to any device.
/// <see cref="ResourceQualifiers"/> reads and writes it as the name of a resource folder.
/// </summary>
public sealed record ResourceConfiguration
{
    /// <summary>Any device.</summary>
    public static ResourceConfiguration Any { get; } = new();

    /// <summary>Mobile country code; 0 for any.</summary>
    public ushort Mcc { get; init; }

    /// <summary>Mobile network code; 0 for any, 0xFFFF for the code 0.</summary>
    public ushort Mnc { get; init; }

    /// <summary>Two or three letters in lower case, or empty.</summary>
    public string Language { get; init; } = "";

    /// <summary>Two letters in upper case, three digits, or empty.</summary>
    public string Region { get; init; } = "";

    /// <summary>Four letters, the first in upper case, or empty.</summary>
    public string Script { get; init; } = "";

    /// <summary>Five to eight letters or digits, or empty.</summary>
    public string Variant { get; init; } = "";

    /// <summary>Numbering system of the locale, or empty.</summary>
    public string NumberingSystem { get; init; } = "";

    /// <summary>True when the script was derived from language and region instead of being named.</summary>
    public bool IsScriptComputed { get; init; }

    /// <summary>1 portrait, 2 landscape, 3 square.</summary>
    public byte Orientation { get; init; }

    /// <summary>1 none, 2 stylus, 3 finger.</summary>
    public byte Touchscreen { get; init; }

    /// <summary>Dots per inch; 0xFFFE for any, 0xFFFF for none.</summary>
    public ushort Density { get; init; }

    /// <summary>1 none, 2 qwerty, 3 twelve keys.</summary>
    public byte Keyboard { get; init; }

    /// <summary>1 none, 2 d-pad, 3 trackball, 4 wheel.</summary>
    public byte Navigation { get; init; }

    /// <summary>Bits 0-1: whether keys are hidden; bits 2-3: whether the navigation is hidden.</summary>
    public byte InputFlags { get; init; }

    /// <summary>Width in pixels.</summary>
    public ushort ScreenWidth { get; init; }

    /// <summary>Height in pixels.</summary>
    public ushort ScreenHeight { get; init; }

    /// <summary>Smallest API level.</summary>
    public ushort SdkVersion { get; init; }

    /// <summary>Minor part of the API level, always 0 today.</summary>
    public ushort MinorVersion { get; init; }

    /// <summary>Bits 0-3 size, 4-5 long, 6-7 layout direction.</summary>
    public byte ScreenLayout { get; init; }

    /// <summary>Bits 0-3 kind of device, 4-5 night.</summary>
    public byte UiMode { get; init; }

    /// <summary>Smallest width in dp.</summary>
    public ushort SmallestScreenWidthDp { get; init; }

    /// <summary>Width in dp.</summary>
    public ushort ScreenWidthDp { get; init; }

    /// <summary>Height in dp.</summary>
    public ushort ScreenHeightDp { get; init; }

    /// <summary>Bits 0-1 round.</summary>
    public byte ScreenLayout2 { get; init; }

    /// <summary>Bits 0-1 wide gamut, 2-3 high dynamic range.</summary>
    public byte ColorMode { get; init; }

    /// <inheritdoc/>
    public override string ToString() => ResourceQualifiers.Format(this);
}
