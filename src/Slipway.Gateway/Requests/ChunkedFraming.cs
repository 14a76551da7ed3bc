namespace Slipway.Gateway.Requests;

/// <summary>
/// Follows a chunked body (RFC 9112 section 7.1) without changing it. Line ends must be CR LF and sizes plain hexadecimal numbers. Anything else is
/// invalid, because programs that disagree about one chunk also disagree about where the next message begins.
/// </summary>
internal sealed class ChunkedFraming
{
    private const int MaxSizeDigits = 15;
    private const int MaxLine = 4096;
    private const int MaxTrailers = 16 * 1024;

    private State state = State.Size;
    private long size;
    private int digits;
    private int line;
    private int trailers;

    private enum State
    {
        Size,
        Extension,
        SizeEnd,
        Data,
        DataReturn,
        DataEnd,
        TrailerStart,
        Trailer,
        TrailerEnd,
        LastEnd,
        Complete,
        Invalid,
    }

    public bool IsComplete => state == State.Complete;

    public bool IsInvalid => state == State.Invalid;

    /// <summary>Returns how many of the bytes belong to the body; for an invalid body those before the fault.</summary>
    public int Take(ReadOnlySpan<byte> data)
    {
        var taken = 0;
        while (taken < data.Length && state < State.Complete)
        {
            if (state == State.Data)
            {
                var count = (int)Math.Min(size, data.Length - taken);
                size -= count;
                taken += count;
                if (size == 0)
                    state = State.DataReturn;
                continue;
            }

            state = Next(data[taken]);
            if (state != State.Invalid)
                taken++;
        }

        return taken;
    }

    private static State Expect(byte value, char expected, State then) => value == expected ? then : State.Invalid;

    private State Next(byte value) => state switch
    {
        State.Size => Size(value),
        State.Extension => value == '\r' ? State.SizeEnd : IsText(value) && ++line < MaxLine ? State.Extension : State.Invalid,
        State.SizeEnd => value != '\n' ? State.Invalid : SizeKnown(),
        State.DataReturn => Expect(value, '\r', State.DataEnd),
        State.DataEnd => Expect(value, '\n', State.Size),
        State.TrailerStart => value == '\r' ? State.LastEnd : HeadText.IsToken([value]) ? Trailer(value) : State.Invalid,
        State.Trailer => value == '\r' ? State.TrailerEnd : Trailer(value),
        State.TrailerEnd => Expect(value, '\n', State.TrailerStart),
        State.LastEnd => Expect(value, '\n', State.Complete),
        _ => State.Invalid,
    };

    private State Size(byte value)
    {
        if (char.IsAsciiHexDigit((char)value))
        {
            size = (size << 4) | (uint)(value <= '9' ? value - '0' : (value | 0x20) - 'a' + 10);
            return ++digits <= MaxSizeDigits ? State.Size : State.Invalid;
        }

        if (digits == 0)
            return State.Invalid;
        return value switch
        {
            (byte)'\r' => State.SizeEnd,
            (byte)';' => State.Extension,
            _ => State.Invalid,
        };
    }

    private State SizeKnown()
    {
        (digits, line) = (0, 0);
        return size == 0 ? State.TrailerStart : State.Data;
    }

    private State Trailer(byte value) => IsText(value) && ++trailers <= MaxTrailers ? State.Trailer : State.Invalid;

    private static bool IsText(byte value) => value is >= 32 and not 127 or (byte)'\t';
}
