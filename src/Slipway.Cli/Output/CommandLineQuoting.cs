namespace Slipway.Cli.Output;

/// <summary>Quotes text for a shell.</summary>
internal static class CommandLineQuoting
{
    /// <summary>Returns a word, quoted if necessary.</summary>
    public static string Quote(string word) => word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-') ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
