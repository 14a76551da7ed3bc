using System.Text;
using Slipway.Protocol.Text;

namespace Slipway.Cli.Output;

/// <summary>The streams of the process: colour only where somebody looks, and nothing from an app can command the terminal.</summary>
internal sealed class Terminal
{
    private const int UsualWidth = 100;
    private const int NarrowestWidth = 60;

    private Terminal(TextWriter output, TextWriter error, bool outputColour, bool errorColour, bool progress)
    {
        Out = new StyledWriter(output, outputColour);
        Error = new StyledWriter(error, errorColour);
        ShowsProgress = progress;
    }

    /// <summary>Results.</summary>
    public StyledWriter Out { get; }

    /// <summary>Problems and progress.</summary>
    public StyledWriter Error { get; }

    /// <summary>Characters in a line of the results.</summary>
    public int Width { get; private init; } = UsualWidth;

    /// <summary>Is somebody looking at what happens in the meantime?</summary>
    public bool ShowsProgress { get; }

    /// <summary>Does somebody look at the results themselves, on a screen that shows pictures of characters?</summary>
    public bool ShowsPictures { get; private init; }

    /// <summary>Is there somebody who can be asked?</summary>
    public bool CanAsk { get; private init; }

    public static Terminal OfProcess()
    {
        var plain = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") == "dumb";
        var errorIsTerminal = !Console.IsErrorRedirected;
        return new Terminal(
            Writer(Console.OpenStandardOutput()),
            Writer(new LossyStream(Console.OpenStandardError())),
            !plain && !Console.IsOutputRedirected,
            !plain && errorIsTerminal,
            errorIsTerminal && Environment.GetEnvironmentVariable("TERM") != "dumb")
        {
            ShowsPictures = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
            // A terminal that does not know its size says 0.
            Width = !Console.IsOutputRedirected && Console.WindowWidth is > 0 and var width ? Math.Clamp(width, NarrowestWidth, UsualWidth) : UsualWidth,
            CanAsk = errorIsTerminal && !Console.IsInputRedirected,
        };
    }

    /// <summary>Text that cannot command a terminal or turn the direction of text around; what an app or a file name contains goes through here.</summary>
    public static string Clean(string text) => SafeLine.OfEach(text);

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(false), 1024) { AutoFlush = true, NewLine = "\n" };
}

/// <summary>
/// Standard error that ignores failed writes: if it is closed or its disk is full, messages are lost, and the exit code still tells the outcome.
/// </summary>
internal sealed class LossyStream(Stream inner) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // There is no other stream for reporting this.
        }
    }

    public override void Flush()
    {
        // Every write is flushed already.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
