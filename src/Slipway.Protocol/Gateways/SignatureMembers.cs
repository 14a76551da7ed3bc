namespace Slipway.Protocol.Gateways;

/// <summary>Reads members of a dictionary in a header (RFC 8941, 3.2): servers on the way may add signatures of their own.</summary>
internal static class SignatureMembers
{
    private const int Longest = 8 << 10;

    /// <summary>Returns the values with a given name.</summary>
    public static IReadOnlyList<string> Named(string header, string name) =>
        header.Length > Longest ? [] : [.. Split(header).Where(member => member.StartsWith(name + "=", StringComparison.Ordinal)).Select(member => member[(name.Length + 1)..])];

    private static IEnumerable<string> Split(string header)
    {
        var (start, quoted) = (0, false);
        for (var i = 0; i < header.Length; i++)
        {
            if (quoted && header[i] == '\\')
            {
                i++;
            }
            else if (header[i] == '"')
            {
                quoted = !quoted;
            }
            else if (header[i] == ',' && !quoted)
            {
                yield return header[start..i].Trim(' ', '\t');
                start = i + 1;
            }
        }

        yield return header[start..].Trim(' ', '\t');
    }
}
