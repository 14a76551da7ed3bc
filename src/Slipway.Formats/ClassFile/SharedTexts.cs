namespace Slipway.Formats.ClassFile;

/// <summary>
/// Texts that class files have in common: most names and descriptors of a jar are in many of its classes, and one string for
/// all of them takes a third of the memory. For one thread.
/// </summary>
public sealed class SharedTexts
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    /// <summary>The string that stands for all of its kind.</summary>
    internal string Share(string text)
    {
        if (_texts.TryGetValue(text, out var known))
            return known;
        _texts.Add(text);
        return text;
    }
}
