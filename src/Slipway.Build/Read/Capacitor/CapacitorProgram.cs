using System.Text;
using System.Text.RegularExpressions;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Read.Capacitor;

/// <summary>Reads what stands as a plain text in a configuration that is a program: a value that is there only once, and not computed.</summary>
internal static partial class CapacitorProgram
{
    private const int Largest = 1 << 20;

    /// <summary>Reads the file; what is computed in it is not known.</summary>
    public static CapacitorConfig Read(AppFile file)
    {
        var text = file.ReadAll(Largest) is { } bytes ? WithoutComments(Encoding.UTF8.GetString(bytes)) : "";
        var (id, name, folder) = (Value(file, text, "appId"), Value(file, text, "appName"), Value(file, text, "webDir"));
        var read = new[] { ("appId", id), ("appName", name), ("webDir", folder) }.Where(value => value.Item2 is not null).Select(value => value.Item1).ToList();
        var notice = ConfigurationProblems.Ignored.At(file.Path, read.Count == 0
            ? "The file is a program, which is not run; nothing in it could be read as a plain value."
            : $"The file is a program, which is not run; only {string.Join(", ", read)} was read from it.", "Write the settings into capacitor.config.json, or give --id and --name, unless what was read is all that matters.");
        return new CapacitorConfig(file.Path, [notice]) { Id = id, Name = name, WebFolder = folder };
    }

    private static Setting? Value(AppFile file, string text, string name)
    {
        var mentions = Mention(name).Count(text);
        return mentions == 1 && Assignment(name).Match(text) is { Success: true } match
            ? new Setting(match.Groups["value"].Value.Trim(), $"{file.Path}:{text.AsSpan(0, match.Index).Count('\n') + 1}")
            : null;
    }

    private static Regex Mention(string name) => new($@"\b{name}\b", Safe);

    private static Regex Assignment(string name) => new($$"""\b{{name}}["']?\s*:\s*("(?<value>[^"\\\r\n]+)"|'(?<value>[^'\\\r\n]+)'|`(?<value>[^`\\$\r\n]+)`)\s*(,|\}|\r?\n)""", Safe);

    private const RegexOptions Safe = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private static string WithoutComments(string text) => Comment.Replace(text, match => match.Value.StartsWith('/') ? new string('\n', match.Value.Count(c => c == '\n')) : match.Value);

    // Texts are matched too, so that an address in one is no comment.
    [GeneratedRegex("""'([^'\\\n]|\\.)*'|"([^"\\\n]|\\.)*"|`([^`\\]|\\.)*`|//[^\n]*|/\*([^*]|\*+[^*/])*\*+/""", Safe)]
    private static partial Regex Comment { get; }
}
