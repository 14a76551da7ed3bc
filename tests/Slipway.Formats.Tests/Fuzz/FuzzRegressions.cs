namespace Slipway.Formats.Tests.Fuzz;

/// <summary>Inputs that once broke a reader, with what happened then.</summary>
internal static class FuzzRegressions
{
    public static readonly (string Reader, string What, string Base64)[] All =
    [
        ("xml", "XmlException from the second look at a bad first character",
            "//4AAD8AeABtAGwAIAB2AGUAcgBzAGkAbwBuAD0AIgAxAC4AMAAAYSAAZQBuAGMAbwBkAGkAbgBnAD0AIgB1AHQAZgAtADEANgAiAD8APgA8AGEAIABiAD0AJwBjACcAPgDkAD3YAN48AC8iAAA+AA=="),
    ];
}
