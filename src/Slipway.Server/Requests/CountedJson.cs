using Slipway.Protocol.Problems;
using Slipway.Protocol.Streams;

namespace Slipway.Server.Requests;

/// <summary>JSON that is counted while it is read: a few bytes on the way can become millions of values in the memory, long before anybody looks at how many there are.</summary>
/// <param name="inner">The JSON.</param>
/// <param name="mostValues">The most values that it may have.</param>
/// <param name="longestText">The most bytes of a string.</param>
internal sealed class CountedJson(Stream inner, long mostValues, long longestText) : ReadOnlyStream
{
    // A path of 1,024 characters, each written as \uXXXX.
    private const long LongestTextOfLaunch = 8 << 10;

    private bool _inText;
    private bool _escaped;
    private long _values;
    private long _length;

    /// <summary>The most values that the largest request can need: a file of a revision has four, and the rest is for what else a request says.</summary>
    public static long MostValues(ContentLimits limits) => (8L * limits.MostFiles) + 10_000;

    /// <summary>A launch, which may be large, but has no long strings.</summary>
    public static CountedJson OfLaunch(Stream json, ContentLimits limits) => new(json, MostValues(limits), LongestTextOfLaunch);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        Count(buffer.Span[..count]);
        return count;
    }

    private void Count(ReadOnlySpan<byte> bytes)
    {
        foreach (var character in bytes)
        {
            if (_inText)
                Pass(character);
            else if (character == '"')
                (_inText, _length) = (true, 0);
            else if (character is (byte)'{' or (byte)'[' or (byte)',' && ++_values > mostValues)
                throw new ProblemException(ServerProblems.BodyTooLarge.At("body", $"The body has more than {mostValues} values."));
        }
    }

    private void Pass(byte character)
    {
        if (++_length > longestText)
            throw new ProblemException(ServerProblems.BodyTooLarge.At("body", $"The body has a string of more than {longestText} bytes."));
        if (_escaped)
            _escaped = false;
        else if (character == '\\')
            _escaped = true;
        else if (character == '"')
            _inText = false;
    }
}
