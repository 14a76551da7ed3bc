namespace Slipway.Formats;

/// <summary>Checks names and descriptors by the grammar that class files and DEX files share (JVMS 4.2, 4.3).</summary>
internal static class JavaDescriptor
{
    private const int MaxDimensions = 255;
    private const int MaxParameterSlots = 255;

    /// <summary>A type descriptor, <c>V</c> excluded.</summary>
    public static bool IsType(ReadOnlySpan<char> text) => TypeLength(text) == text.Length && text.Length > 0;

    /// <summary>A method descriptor.</summary>
    public static bool IsMethod(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '(')
            return false;
        var slots = 0;
        text = text[1..];
        while (!text.IsEmpty && text[0] != ')')
        {
            var length = TypeLength(text);
            slots += length > 0 && text[0] is 'J' or 'D' ? 2 : 1;
            if (length == 0 || slots > MaxParameterSlots)
                return false;
            text = text[length..];
        }

        if (text.IsEmpty)
            return false;
        text = text[1..];
        return text is "V" || IsType(text);
    }

    /// <summary>Internal name of a class: <c>java/lang/Object</c>.</summary>
    public static bool IsClassName(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] == '/' || text[^1] == '/')
            return false;
        return text.IndexOfAny('.', ';', '[') < 0 && text.IndexOf("//", StringComparison.Ordinal) < 0;
    }

    /// <summary>Name of a field, a local variable or a method without angle brackets.</summary>
    public static bool IsMemberName(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAny(".;[/") < 0;

    /// <summary>Name of a method, initialisers included.</summary>
    public static bool IsMethodName(ReadOnlySpan<char> text) =>
        text is "<init>" or "<clinit>" || (IsMemberName(text) && text.IndexOfAny('<', '>') < 0);

    /// <summary>Length of the type descriptor that <paramref name="text"/> begins with; 0 when there is none.</summary>
    public static int TypeLength(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && text[at] == '[')
            at++;
        if (at > MaxDimensions || at == text.Length)
            return 0;
        if (text[at] is 'B' or 'C' or 'D' or 'F' or 'I' or 'J' or 'S' or 'Z')
            return at + 1;
        if (text[at] != 'L')
            return 0;
        var end = text[at..].IndexOf(';');
        return end > 0 && IsClassName(text[(at + 1)..(at + end)]) ? at + end + 1 : 0;
    }
}
