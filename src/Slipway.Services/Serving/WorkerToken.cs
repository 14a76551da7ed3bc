using Slipway.Cli.Output;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Services.Serving;

/// <summary>Reads the token of a worker: never from an argument, which everybody on the machine can see.</summary>
internal static class WorkerToken
{
    private const int MostCharacters = 4096;

    /// <summary>The first line.</summary>
    /// <param name="file">Path, or - for standard input.</param>
    /// <param name="terminal">Told when others can read the file.</param>
    /// <exception cref="ProblemException">There is none.</exception>
    public static string Read(string file, Terminal terminal)
    {
        try
        {
            if (file == "-")
            {
                using var input = Console.OpenStandardInput();
                return Token(FirstLineFile.FirstLine(input), "standard input");
            }

            if (OwnerOnly.IsOpen(file))
                ProblemPrinter.Print(terminal.Error, [HostingProblems.TokenFileOpen.At(file, "The file's permissions let others read or write it.")]);
            return Token(FirstLineFile.FirstLine(file), file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ProblemException(HostingProblems.TokenFile.At(file, "The file is missing or cannot be read."), e);
        }
    }

    private static string Token(string? line, string where)
    {
        var token = GivenText.Setting(line) ?? "";
        return token.Length is > 0 and < MostCharacters && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            ? token
            : throw new ProblemException(HostingProblems.TokenFile.At(where, "The first line is not a token."));
    }
}
