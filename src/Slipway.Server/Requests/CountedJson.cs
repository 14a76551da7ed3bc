using Slipway.Protocol.Problems;
using Slipway.Protocol.Streams;

namespace Slipway.Server.Requests;

/// <summary>
/// A stream of JSON that counts values while it is read, because a few compressed bytes can become millions of values in memory
/// before any other check runs.
/// </summary>
/// <param name="inner">The JSON.</param>
/// <param name="mostValues">The maximum number of values.</param>
/// <param name="longestText">The maximum length of a string in bytes.</param>
internal sealed class CountedJson(Stream inner, long mostValues, long longestText) : ReadOnlyStream
{
    // Enough for a path of 1,024 characters, each written as \uXXXX.
    private const long LongestTextOfLaunch = 8 << 10;

    private bool _inText;
    private bool _escaped;
    private long _values;
    private long _length;

    /// <summary>The maximum number of values of the largest request: four for each file of a revision, and the rest for its other members.</summary>
    public static long MostValues(RevisionLimits limits) => (8L * limits.MostFiles) + 10_000;

    /// <summary>Returns the stream of a launch, which may be large but has no long strings.</summary>
    public static CountedJson OfLaunch(Stream json, RevisionLimits limits) => new(json, MostValues(limits), LongestTextOfLaunch);

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
                throw new ProblemException(ServiceProblems.BodyTooLarge.At("body", $"The body has more than {mostValues} values."));
        }
    }

    private void Pass(byte character)
    {
        if (++_length > longestText)
            throw new ProblemException(ServiceProblems.BodyTooLarge.At("body", $"The body has a string of more than {longestText} bytes."));
        if (_escaped)
            _escaped = false;
        else if (character == '\\')
            _escaped = true;
        else if (character == '"')
            _inText = false;
    }
}
