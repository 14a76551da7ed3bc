using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Cli.Remote;

/// <summary>Reads tokens: the first line of a file, or the whole value of a variable, without surrounding blanks.</summary>
internal static class TokenReader
{
    private const int Longest = 4096;

    /// <summary>Prefix of all tokens of a service.</summary>
    public const string Prefix = "slw_";

    /// <summary>Reads a token.</summary>
    /// <param name="file">Path of a file, or <c>-</c> for standard input.</param>
    /// <exception cref="ProblemException">The file contains no token.</exception>
    public static string Read(string file)
    {
        try
        {
            if (file != "-")
                return Require(FirstLineFile.FirstLine(file), file, "The first line of the file is not a token.");
            using var input = Console.OpenStandardInput();
            return Require(FirstLineFile.FirstLine(input), "standard input", "The first line is not a token.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(NetworkProblems.TokensUnreadable.At(file, "The token file cannot be read."), e);
        }
    }

    /// <summary>Returns the token in a variable; null if it is not set.</summary>
    /// <exception cref="ProblemException">The variable contains something else.</exception>
    public static string? FromVariable(string name) =>
        GivenText.Variable(name) is { } text ? Require(text, name, "The value of the variable is not a token.") : null;

    /// <summary>Returns the token in a text.</summary>
    /// <param name="text">The text; null for none.</param>
    /// <param name="where">Origin of the text.</param>
    /// <param name="complaint">Message for a text that is not a token.</param>
    /// <exception cref="ProblemException">The text is not a token.</exception>
    public static string Require(string? text, string where, string complaint) =>
        GivenText.Setting(text) is { Length: <= Longest } token && token.All(c => c is > ' ' and < '\x7f')
            ? token
            : throw new ProblemException(NetworkProblems.TokensUnreadable.At(where, complaint, "Give one word, in UTF-8 or in UTF-16 with a byte order mark: what slipway serve, slipway login or the service printed."));
}
