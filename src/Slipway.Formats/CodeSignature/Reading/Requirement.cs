namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>A condition on code.</summary>
/// <param name="Type">1 host, 2 guest, 3 designated (how systems recognise other versions of the code), 4 library, 5 plug-in.</param>
/// <param name="Expression">The condition.</param>
public sealed record Requirement(uint Type, RequirementExpression Expression)
{
    /// <summary>The type of designated requirements.</summary>
    public const uint Designated = 3;

    /// <summary>The condition in the language of requirements.</summary>
    public string Text => RequirementText.Of(Expression);
}
