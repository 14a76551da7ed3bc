namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>Comparisons of the requirement language (requirement.h, MatchOperation).</summary>
public enum RequirementMatchKind : uint
{
    /// <summary>The value exists.</summary>
    Exists = 0,

    /// <summary>The value equals the given one.</summary>
    Equal = 1,

    /// <summary>The value contains the given one.</summary>
    Contains = 2,

    /// <summary>The value begins with the given one.</summary>
    BeginsWith = 3,

    /// <summary>The value ends with the given one.</summary>
    EndsWith = 4,

    /// <summary>The value is less.</summary>
    Less = 5,

    /// <summary>The value is greater.</summary>
    Greater = 6,

    /// <summary>The value is less or equal.</summary>
    LessOrEqual = 7,

    /// <summary>The value is greater or equal.</summary>
    GreaterOrEqual = 8,

    /// <summary>The time is equal; the kinds after this one compare times too.</summary>
    On = 9,

    /// <summary>The time is the same or earlier.</summary>
    OnOrAfter = 13,

    /// <summary>The value does not exist.</summary>
    Absent = 14,
}
