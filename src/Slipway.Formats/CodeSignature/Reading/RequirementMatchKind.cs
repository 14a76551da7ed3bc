namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>Comparisons of the requirement language (requirement.h, MatchOperation).</summary>
public enum RequirementMatchKind : uint
{
    /// <summary>There is a value.</summary>
    Exists = 0,

    /// <summary>It is this.</summary>
    Equal = 1,

    /// <summary>It contains this.</summary>
    Contains = 2,

    /// <summary>It begins with this.</summary>
    BeginsWith = 3,

    /// <summary>It ends with this.</summary>
    EndsWith = 4,

    /// <summary>It is less.</summary>
    Less = 5,

    /// <summary>It is greater.</summary>
    Greater = 6,

    /// <summary>It is not greater.</summary>
    LessOrEqual = 7,

    /// <summary>It is not less.</summary>
    GreaterOrEqual = 8,

    /// <summary>It is this time; the kinds behind it compare times too.</summary>
    On = 9,

    /// <summary>It is not later.</summary>
    OnOrAfter = 13,

    /// <summary>There is no value.</summary>
    Absent = 14,
}
