using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Channels;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>
/// Writes a line of JSON for each request, with the same keys in the same order. One writer takes all waiting lines at once. Requests never
/// wait for the disk; lines that a full queue loses are counted.
/// </summary>
public sealed class RelayLog : IAsyncDisposable
{
    private const int Longest = 16_384;

    // The log is for people and never part of a page, so fewer characters need escapes.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Channel<byte[]> _lines = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(Longest) { SingleReader = true });
    private readonly Stream _stream;
    private readonly Task _writing;
    private long _lost;

    /// <summary>Creates a log that writes to a stream.</summary>
    /// <param name="stream">The stream, which is closed with the log.</param>
    public RelayLog(Stream stream)
    {
        _stream = stream;
        _writing = WriteAsync();
    }

    /// <summary>The number of lost lines.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>Creates a log that appends to a file.</summary>
    /// <exception cref="ProblemException">The file cannot be written.</exception>
    public static RelayLog Append(string path)
    {
        try
        {
            return new RelayLog(new FileStream(path,
                new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 }));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(RelayProblems.LogUnusable.At(path, "The file cannot be opened for writing."), e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await _writing;
        await _stream.DisposeAsync();
    }

    /// <summary>Logs a request that has ended.</summary>
    internal void Tell(RelayedRequest request, string way)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json, request, way);
        buffer.Write("\n"u8);
        if (!_lines.Writer.TryWrite(buffer.WrittenSpan.ToArray()))
            Interlocked.Increment(ref _lost);
    }

    private static void Write(Utf8JsonWriter json, RelayedRequest request, string way)
    {
        json.WriteStartObject();
        json.WriteString("at", request.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("id", request.Id);
        json.WriteString("client", request.Client);
        json.WriteString("person", request.Person);
        json.WriteString("channel", request.Channel);
        json.WriteString("method", request.Method);
        json.WriteString("host", request.Host);
        json.WriteString("path", request.Path);
        json.WriteString("verdict", request.IsAnswered ? "pass" : request.Problem is { Blame: Blame.Network } ? "fail" : "refuse");
        json.WriteString("code", request.Problem?.Code);
        json.WriteString("upstream", way);
        json.WriteNumber("status", request.Status);
        json.WriteNumber("up", request.Up);
        json.WriteNumber("down", request.Down);
        json.WriteNumber("ms", (long)request.Took.TotalMilliseconds);
        json.WriteEndObject();
    }

    private async Task WriteAsync()
    {
        using var batch = new MemoryStream();
        while (await _lines.Reader.WaitToReadAsync())
        {
            var count = 0;
            while (_lines.Reader.TryRead(out var line))
            {
                batch.Write(line);
                count++;
            }

            try
            {
                await _stream.WriteAsync(batch.GetBuffer().AsMemory(0, (int)batch.Length));
                await _stream.FlushAsync();
            }
            catch (IOException)
            {
                // A full disk does not stop the relay.
                Interlocked.Add(ref _lost, count);
            }

            batch.SetLength(0);
        }
    }
}
