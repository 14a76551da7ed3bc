namespace Slipway.Formats.Dex.Generation;

/// <summary>A parsed method descriptor (JVMS 4.3.3).</summary>
/// <param name="Parameters">Type descriptors of the parameters.</param>
/// <param name="Return">Type descriptor of the result, <c>V</c> for none.</param>
/// <param name="Words">Number of words of the parameters; long and double take two.</param>
internal sealed record MethodDescriptor(IReadOnlyList<string> Parameters, string Return, int Words)
{
    /// <summary>Limit of JVMS 4.3.3, including the receiver.</summary>
    private const int MaxWords = 255;

    /// <summary>Parses a descriptor; returns null when <paramref name="descriptor"/> is not a method descriptor.</summary>
    public static MethodDescriptor? TryParse(string descriptor)
    {
        if (descriptor.Length < 3 || descriptor[0] != '(')
            return null;
        var parameters = new List<string>();
        var words = 0;
        var at = 1;
        while (at < descriptor.Length && descriptor[at] != ')')
        {
            var end = TypeEnd(descriptor, at);
            if (end < 0)
                return null;
            words += descriptor[at] is 'J' or 'D' ? 2 : 1;
            parameters.Add(descriptor[at..end]);
            at = end;
        }
        if (at >= descriptor.Length || words > MaxWords)
            return null;
        var result = descriptor[(at + 1)..];
        return result == "V" || IsType(result) ? new MethodDescriptor(parameters, result, words) : null;
    }

    /// <summary>Whether <paramref name="descriptor"/> is a field descriptor (JVMS 4.3.2).</summary>
    public static bool IsType(string descriptor) => descriptor.Length > 0 && TypeEnd(descriptor, 0) == descriptor.Length;

    private static int TypeEnd(string descriptor, int at)
    {
        var start = at;
        while (at < descriptor.Length && descriptor[at] == '[')
            at++;
        if (at >= descriptor.Length || at - start > MaxWords)
            return -1;
        if (descriptor[at] != 'L')
            return "BCDFIJSZ".Contains(descriptor[at], StringComparison.Ordinal) ? at + 1 : -1;
        var end = descriptor.IndexOf(';', at);
        return end > at + 1 ? end + 1 : -1;
    }
}
