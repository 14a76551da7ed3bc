namespace Slipway.Formats.ClassFile;

/// <summary>
/// Shares equal strings among class files. Most names and descriptors of a jar occur in many of its classes; sharing them reduces the
/// memory to a third. Not safe for several threads.
/// </summary>
public sealed class SharedTexts
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    /// <summary>Returns the shared string that equals the text.</summary>
    internal string Share(string text)
    {
        if (_texts.TryGetValue(text, out var known))
            return known;
        _texts.Add(text);
        return text;
    }
}
