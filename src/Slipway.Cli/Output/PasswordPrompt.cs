using System.Text;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Output;

/// <summary>Asks for passwords without showing them.</summary>
internal static class PasswordPrompt
{
    /// <summary>Asks for a new password, twice.</summary>
    public static string AskNew(Terminal terminal)
    {
        var first = Read(terminal, "Password: ");
        return Read(terminal, "Again: ") == first
            ? first
            : throw new ProblemException(SigningProblems.PasswordUnreadable.At("password", "The two passwords differ."));
    }

    /// <summary>Asks for an existing password.</summary>
    public static string Read(Terminal terminal, string prompt)
    {
        terminal.Error.Writer.Write(prompt);
        var password = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key != ConsoleKey.Backspace)
                password.Append(key.KeyChar);
            else if (password.Length > 0)
                password.Length--;
        }

        terminal.Error.Line();
        return password.ToString();
    }
}
