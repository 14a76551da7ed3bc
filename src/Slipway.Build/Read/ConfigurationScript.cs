using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Build.Read;

/// <summary>A configuration that is a program. Only plain string values are read: values that occur once and are not computed.</summary>
internal sealed partial class ConfigurationScript
{
    private const int Largest = 1 << 20;

    private const RegexOptions Safe = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private readonly AppFile _file;
    private readonly string _text;

    private ConfigurationScript(AppFile file, string text) => (_file, _text) = (file, text);

    /// <summary>Reads the file; no code of it runs.</summary>
    public static ConfigurationScript Read(AppFile file) => new(file, file.ReadAll(Largest) is { } bytes ? WithoutComments(Encoding.UTF8.GetString(bytes)) : "");

    /// <summary>Returns the string value of a name; null when it is computed, or when the name occurs more than once.</summary>
    public Setting? Value(string name) =>
        Mention(name).Count(_text) == 1 && Assignment(name).Match(_text) is { Success: true } match
            ? new Setting(match.Groups["value"].Value.Trim(), $"{_file.Path}:{_text.AsSpan(0, match.Index).Count('\n') + 1}")
            : null;

    private static Regex Mention(string name) => new($@"\b{name}\b", Safe);

    private static Regex Assignment(string name) => new($$"""\b{{name}}["']?\s*:\s*("(?<value>[^"\\\r\n]+)"|'(?<value>[^'\\\r\n]+)'|`(?<value>[^`\\$\r\n]+)`)\s*(,|\}|\r?\n)""", Safe);

    private static string WithoutComments(string text) => Comment.Replace(text, match => match.Value.StartsWith('/') ? new string('\n', match.Value.Count(c => c == '\n')) : match.Value);

    // Strings are matched too, so that an address in a string is not taken for a comment.
    [GeneratedRegex("""'([^'\\\n]|\\.)*'|"([^"\\\n]|\\.)*"|`([^`\\]|\\.)*`|//[^\n]*|/\*([^*]|\*+[^*/])*\*+/""", Safe)]
    private static partial Regex Comment { get; }
}
