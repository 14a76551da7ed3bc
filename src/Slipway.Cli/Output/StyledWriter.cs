namespace Slipway.Cli.Output;

/// <summary>A text stream with optional colours.</summary>
/// <param name="writer">The underlying stream.</param>
/// <param name="colour">Whether to write colours.</param>
internal sealed class StyledWriter(TextWriter writer, bool colour)
{
    /// <summary>The underlying stream, for JSON and progress.</summary>
    public TextWriter Writer => writer;

    public string Bold(string text) => Wrap("1", text);

    public string Dim(string text) => Wrap("2", text);

    public string Red(string text) => Wrap("31;1", text);

    public string Yellow(string text) => Wrap("33", text);

    public string Green(string text) => Wrap("32", text);

    public string Blue(string text) => Wrap("36", text);

    /// <summary>White on black, whatever the terminal's own colours are.</summary>
    public string LightOnDark(string text) => Wrap("97;40", text);

    public void Line(string text = "") => writer.WriteLine(text);

    private string Wrap(string code, string text) => colour ? $"\e[{code}m{text}\e[0m" : text;
}
