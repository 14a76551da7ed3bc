namespace Slipway.Build.Resources.Framework;

/// <summary>The definition of an attribute.</summary>
/// <param name="Id">Its resource id.</param>
/// <param name="Formats">The kinds of values that it accepts.</param>
/// <param name="Values">Names of an enum or of flags with their values.</param>
public sealed record AttributeDefinition(uint Id, AttributeFormats Formats, IReadOnlyDictionary<string, uint> Values);

/// <summary>Kinds of values that an attribute accepts (<c>ResTable_map::TYPE_*</c>).</summary>
[Flags]
public enum AttributeFormats
{
    /// <summary>Unknown.</summary>
    None = 0,

    /// <summary>A reference to another resource.</summary>
    Reference = 0x01,

    /// <summary>Text.</summary>
    String = 0x02,

    /// <summary>A whole number.</summary>
    Integer = 0x04,

    /// <summary>True or false.</summary>
    Boolean = 0x08,

    /// <summary>A colour.</summary>
    Color = 0x10,

    /// <summary>A number.</summary>
    Float = 0x20,

    /// <summary>A number with a unit.</summary>
    Dimension = 0x40,

    /// <summary>A percentage.</summary>
    Fraction = 0x80,

    /// <summary>Any of the kinds above.</summary>
    Any = 0xFFFF,

    /// <summary>One name of an enum.</summary>
    Enum = 0x10000,

    /// <summary>Any number of flag names.</summary>
    Flags = 0x20000,
}
