namespace Slipway.Formats.Dex.Writing;

/// <summary>A parsed method descriptor.</summary>
/// <param name="Return">Type descriptor, or <c>V</c>.</param>
/// <param name="Parameters">Type descriptors.</param>
internal sealed record DexProto(string Return, IReadOnlyList<string> Parameters)
{
    /// <summary>Short form (dex-format, "ShortyDescriptor"): one letter for each type, the return type first.</summary>
    public string Shorty => string.Create(Parameters.Count + 1, this, static (span, proto) =>
    {
        span[0] = Letter(proto.Return);
        for (var i = 0; i < proto.Parameters.Count; i++)
            span[i + 1] = Letter(proto.Parameters[i]);
    });

    public static DexProto Parse(string descriptor)
    {
        if (!JavaDescriptor.IsMethod(descriptor))
            throw new ArgumentException($"'{descriptor}' is not a method descriptor.", nameof(descriptor));
        var parameters = new List<string>();
        var at = 1;
        while (descriptor[at] != ')')
        {
            var length = JavaDescriptor.TypeLength(descriptor.AsSpan(at));
            parameters.Add(descriptor.Substring(at, length));
            at += length;
        }

        return new DexProto(descriptor[(at + 1)..], parameters);
    }

    private static char Letter(string type) => type[0] == '[' ? 'L' : type[0];
}
