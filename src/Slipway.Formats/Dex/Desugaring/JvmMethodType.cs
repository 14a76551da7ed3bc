namespace Slipway.Formats.Dex.Desugaring;

/// <summary>A parsed method descriptor (JVMS 4.3.3).</summary>
/// <param name="Parameters">Type descriptors of the parameters.</param>
/// <param name="Result">Type descriptor of the result, or <c>V</c>.</param>
internal sealed record JvmMethodType(IReadOnlyList<string> Parameters, string Result)
{
    /// <summary>Local variable slots that the parameters take.</summary>
    public int ParameterSlots => Parameters.Sum(JvmType.Slots);

    public static JvmMethodType Parse(string descriptor)
    {
        if (!descriptor.StartsWith('('))
            throw Malformed(descriptor);
        var parameters = new List<string>();
        var position = 1;
        while (position < descriptor.Length && descriptor[position] != ')')
        {
            var end = EndOfType(descriptor, position);
            parameters.Add(descriptor[position..end]);
            position = end;
        }

        if (position + 1 >= descriptor.Length)
            throw Malformed(descriptor);
        return new JvmMethodType(parameters, descriptor[(position + 1)..]);
    }

    /// <summary>Returns the same shape with further parameters in front.</summary>
    public JvmMethodType WithLeading(params IEnumerable<string> types) => new([.. types, .. Parameters], Result);

    public override string ToString() => $"({string.Concat(Parameters)}){Result}";

    private static int EndOfType(string descriptor, int start)
    {
        var position = start;
        while (position < descriptor.Length && descriptor[position] == '[')
            position++;
        if (position >= descriptor.Length)
            throw Malformed(descriptor);
        if (descriptor[position] != 'L')
            return position + 1;
        var end = descriptor.IndexOf(';', position);
        return end < 0 ? throw Malformed(descriptor) : end + 1;
    }

    private static MalformedInputException Malformed(string descriptor) => new("class file", $"'{descriptor}' is not a method descriptor");
}
