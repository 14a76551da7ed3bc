namespace Slipway.Cli.Output;

/// <summary>Text as a shell reads it.</summary>
internal static class ShellText
{
    /// <summary>A word, in quotation marks where it needs them.</summary>
    public static string Quote(string word) => word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-') ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
