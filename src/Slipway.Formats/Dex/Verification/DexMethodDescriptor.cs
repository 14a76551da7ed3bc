namespace Slipway.Formats.Dex.Verification;

/// <summary>A parsed method descriptor.</summary>
internal sealed class DexMethodDescriptor
{
    private DexMethodDescriptor(IReadOnlyList<string> parameters, string returns)
    {
        Parameters = parameters;
        Returns = returns;
        Words = parameters.Sum(WordsOf);
    }

    public IReadOnlyList<string> Parameters { get; }

    public string Returns { get; }

    /// <summary>Number of registers for the parameters, without the receiver.</summary>
    public int Words { get; }

    public static int WordsOf(string type) => type[0] switch
    {
        'V' => 0,
        'J' or 'D' => 2,
        _ => 1,
    };

    /// <summary>Parses a descriptor; returns null when it is invalid.</summary>
    public static DexMethodDescriptor? Parse(string descriptor)
    {
        if (descriptor.Length == 0 || descriptor[0] != '(')
            return null;

        var parameters = new List<string>();
        var at = 1;
        while (at < descriptor.Length && descriptor[at] != ')')
        {
            var end = EndOfType(descriptor, at);
            if (end < 0 || descriptor[at] == 'V')
                return null;

            parameters.Add(descriptor[at..end]);
            at = end;
        }

        return at + 1 < descriptor.Length && EndOfType(descriptor, at + 1) == descriptor.Length
            ? new(parameters, descriptor[(at + 1)..])
            : null;
    }

    /// <summary>Whether a string is a type descriptor.</summary>
    public static bool IsType(string descriptor) => descriptor.Length > 0 && EndOfType(descriptor, 0) == descriptor.Length;

    private static int EndOfType(string descriptor, int at)
    {
        var start = at;
        while (at < descriptor.Length && descriptor[at] == '[')
            at++;

        if (at >= descriptor.Length || at - start > 255)
            return -1;

        return descriptor[at] switch
        {
            'Z' or 'B' or 'S' or 'C' or 'I' or 'J' or 'F' or 'D' => at + 1,
            'V' when at == start => at + 1,
            'L' => descriptor.IndexOf(';', at) is var end && end > at + 1 ? end + 1 : -1,
            _ => -1,
        };
    }
}
