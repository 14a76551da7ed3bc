namespace Slipway.Connect.Messages;

/// <summary>
/// Follows a chunked body (RFC 9112 section 7.1) without changing it. Line ends must be CR LF and sizes plain hexadecimal numbers. Anything else is
/// invalid, because programs that disagree about one chunk also disagree about where the next message begins.
/// </summary>
internal sealed class ChunkedFraming
{
    private const int MaxSizeDigits = 15;
    private const int MaxLine = 4096;
    private const int MaxTrailers = 16 * 1024;

    private State _state = State.Size;
    private long _size;
    private int _digits;
    private int _line;
    private int _trailers;

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

    public bool IsComplete => _state == State.Complete;

    public bool IsInvalid => _state == State.Invalid;

    /// <summary>Returns how many of the bytes belong to the body; for an invalid body those before the fault.</summary>
    public int Take(ReadOnlySpan<byte> data)
    {
        var taken = 0;
        while (taken < data.Length && _state < State.Complete)
        {
            if (_state == State.Data)
            {
                var count = (int)Math.Min(_size, data.Length - taken);
                _size -= count;
                taken += count;
                if (_size == 0)
                    _state = State.DataReturn;
                continue;
            }

            _state = Next(data[taken]);
            if (_state != State.Invalid)
                taken++;
        }

        return taken;
    }

    private static State Expect(byte value, char expected, State then) => value == expected ? then : State.Invalid;

    private State Next(byte value) => _state switch
    {
        State.Size => Size(value),
        State.Extension => value == '\r' ? State.SizeEnd : IsText(value) && ++_line < MaxLine ? State.Extension : State.Invalid,
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
            _size = (_size << 4) | (uint)(value <= '9' ? value - '0' : (value | 0x20) - 'a' + 10);
            return ++_digits <= MaxSizeDigits ? State.Size : State.Invalid;
        }

        if (_digits == 0)
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
        (_digits, _line) = (0, 0);
        return _size == 0 ? State.TrailerStart : State.Data;
    }

    private State Trailer(byte value) => IsText(value) && ++_trailers <= MaxTrailers ? State.Trailer : State.Invalid;

    private static bool IsText(byte value) => value is >= 32 and not 127 or (byte)'\t';
}
