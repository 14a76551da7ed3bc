using Slipway.Protocol.Problems;

namespace Slipway.Server;

/// <summary>Names that people give to things.</summary>
internal static class NameText
{
    private const int Longest = 100;

    /// <summary>The name, trimmed.</summary>
    /// <exception cref="ProblemException">It is empty, too long, or has characters that are not seen.</exception>
    public static string Check(string name, string where)
    {
        var trimmed = name.Trim();
        return trimmed.Length is > 0 and <= Longest && !trimmed.Any(char.IsControl)
            ? trimmed
            : throw new ProblemException(ServerProblems.Invalid.At(where, $"A name has 1 to {Longest} characters, none of them a control character."));
    }
}
