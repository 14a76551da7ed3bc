using System.Text;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Output;

/// <summary>Asks for a new password twice, without showing it.</summary>
internal static class PasswordPrompt
{
    public static string Ask(Terminal terminal)
    {
        var first = Read(terminal, "Password: ");
        return Read(terminal, "Again: ") == first
            ? first
            : throw new ProblemException(SigningProblems.PasswordUnreadable.At("password", "The two passwords differ."));
    }

    private static string Read(Terminal terminal, string prompt)
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
