using System.Buffers;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Decisions;

/// <summary>Writes a decision as one line of JSON, always with the same keys in the same order and without spaces.</summary>
public sealed class DecisionJson : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(512);
    private readonly Utf8JsonWriter _writer;

    /// <summary>A writer that is reused for all decisions.</summary>
    public DecisionJson() =>
        _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>Returns the line with its line end. It is valid until the next call.</summary>
    public ReadOnlySpan<byte> Line(Decision decision)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        _writer.WriteStartObject();
        Time("at"u8, decision.At);
        _writer.WriteString("id"u8, decision.Id);
        Address("client"u8, decision.Client);
        _writer.WriteString("user"u8, decision.User);
        _writer.WriteString("method"u8, decision.Method);
        _writer.WriteString("host"u8, decision.Host);
        _writer.WriteNumber("port"u8, decision.Port);
        _writer.WriteString("sni"u8, decision.Sni);
        _writer.WriteString("verdict"u8, decision.Verdict switch { DecisionVerdict.Allow => "allow"u8, DecisionVerdict.Deny => "deny"u8, _ => "would-deny"u8 });
        _writer.WriteString("reason"u8, decision.Reason == DenyReason.None ? null : decision.Reason.Text());
        _writer.WriteString("rule"u8, decision.Rule);
        Address("address"u8, decision.Address);
        _writer.WriteString("upstream"u8, decision.Upstream);
        _writer.WriteNumber("status"u8, decision.Status);
        _writer.WriteNumber("up"u8, decision.Up);
        _writer.WriteNumber("down"u8, decision.Down);
        _writer.WriteNumber("ms"u8, (long)decision.Duration.TotalMilliseconds);
        return End();
    }

    /// <summary>Returns the line that stands for decisions that could not be written.</summary>
    public ReadOnlySpan<byte> Lost(DateTimeOffset at, long count)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        _writer.WriteStartObject();
        Time("at"u8, at);
        _writer.WriteNumber("lost"u8, count);
        return End();
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private ReadOnlySpan<byte> End()
    {
        _writer.WriteEndObject();
        _writer.Flush();
        _buffer.Write("\n"u8);
        return _buffer.WrittenSpan;
    }

    private void Time(ReadOnlySpan<byte> key, DateTimeOffset at)
    {
        Span<char> text = stackalloc char[24];
        at.UtcDateTime.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        _writer.WriteString(key, text[..length]);
    }

    private void Address(ReadOnlySpan<byte> key, IPAddress? address)
    {
        if (address is null)
        {
            _writer.WriteNull(key);
            return;
        }

        Span<byte> text = stackalloc byte[64];
        address.TryFormat(text, out var length);
        _writer.WriteString(key, text[..length]);
    }
}
