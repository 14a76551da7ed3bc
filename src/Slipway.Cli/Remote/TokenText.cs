using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Cli.Remote;

/// <summary>Reads tokens without what stands around them: from a file its first line, from a variable all of it.</summary>
internal static class TokenText
{
    private const int Longest = 4096;

    /// <summary>What tokens of a service begin with.</summary>
    public const string Prefix = "slw_";

    /// <summary>Reads a token.</summary>
    /// <param name="file">A file, or <c>-</c> for standard input.</param>
    /// <exception cref="ProblemException">There is none.</exception>
    public static string Read(string file)
    {
        try
        {
            if (file != "-")
                return Require(TextFile.FirstLine(file), file, "The first line of the file is not a token.");
            using var input = Console.OpenStandardInput();
            return Require(TextFile.FirstLine(input), "standard input", "The first line is not a token.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(NetworkProblems.TokensUnreadable.At(file, "The file of the token cannot be read."), e);
        }
    }

    /// <summary>The token in a variable; null when it is not set.</summary>
    /// <exception cref="ProblemException">It holds something else.</exception>
    public static string? FromVariable(string name) =>
        GivenText.Variable(name) is { } text ? Require(text, name, "The value of the variable is not a token.") : null;

    /// <summary>The token in a text.</summary>
    /// <param name="text">The text; null where there is none.</param>
    /// <param name="where">Where it comes from.</param>
    /// <param name="complaint">What to say when it is something else.</param>
    /// <exception cref="ProblemException">It is something else.</exception>
    public static string Require(string? text, string where, string complaint) =>
        GivenText.Setting(text) is { Length: <= Longest } token && token.All(c => c is > ' ' and < '\x7f')
            ? token
            : throw new ProblemException(NetworkProblems.TokensUnreadable.At(where, complaint, "Give one word, in UTF-8 or in UTF-16 with a byte order mark: what slipway serve, slipway login or the service printed."));
}
