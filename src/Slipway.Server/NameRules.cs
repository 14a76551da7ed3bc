using Slipway.Protocol.Problems;

namespace Slipway.Server;

/// <summary>Checks names that users choose.</summary>
internal static class NameRules
{
    private const int Longest = 100;

    /// <summary>Returns the trimmed name.</summary>
    /// <exception cref="ProblemException">The name is empty, too long, or has invisible characters.</exception>
    public static string Check(string name, string where)
    {
        var trimmed = name.Trim();
        return trimmed.Length is > 0 and <= Longest && !trimmed.Any(char.IsControl)
            ? trimmed
            : throw new ProblemException(ServiceProblems.Invalid.At(where, $"A name has 1 to {Longest} characters, none of them a control character."));
    }
}
