using System.Text;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Remote;

/// <summary>Reads tokens from files: the first line, without what stands around it.</summary>
internal static class TokenText
{
    private const int Longest = 4096;

    /// <summary>Reads a token.</summary>
    /// <param name="file">A file, or <c>-</c> for standard input.</param>
    /// <exception cref="ProblemException">There is none.</exception>
    public static string Read(string file)
    {
        try
        {
            using var stream = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
            var buffer = new byte[Longest];
            var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            var line = Encoding.UTF8.GetString(buffer, 0, count).Split('\n')[0].Trim();
            return line.Length > 0 && line.All(c => c is > ' ' and < '\x7f')
                ? line
                : throw new ProblemException(NetworkProblems.TokensUnreadable.At(file, "The first line of the file is not a token."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(NetworkProblems.TokensUnreadable.At(file, "The file of the token cannot be read."), e);
        }
    }
}
