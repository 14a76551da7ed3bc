namespace Slipway.Server.Contract.Wire;

/// <summary>The type of a value.</summary>
internal enum GenericConfigDataType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number of 32 bits.</summary>
    Integer,

    /// <summary>A whole number of 64 bits.</summary>
    LongInteger,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A date and time.</summary>
    DateTime,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A time of the day.</summary>
    Time,

    /// <summary>A telephone number.</summary>
    PhoneNumber,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>An amount of money.</summary>
    Currency,

    /// <summary>The key of a record.</summary>
    EntityIdentifierType,

    /// <summary>Bytes, in base64.</summary>
    BinaryUrl,
}
