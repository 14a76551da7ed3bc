using System.Buffers;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Decisions;

/// <summary>Writes a decision as one line of JSON, always with the same keys in the same order and without spaces.</summary>
public sealed class DecisionJson : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new(512);
    private readonly Utf8JsonWriter writer;

    /// <summary>A writer that is reused for all decisions.</summary>
    public DecisionJson() =>
        writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>Returns the line with its line end. It is valid until the next call.</summary>
    public ReadOnlySpan<byte> Line(Decision decision)
    {
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        writer.WriteStartObject();
        Time("at"u8, decision.At);
        writer.WriteString("id"u8, decision.Id);
        Address("client"u8, decision.Client);
        writer.WriteString("user"u8, decision.User);
        writer.WriteString("method"u8, decision.Method);
        writer.WriteString("host"u8, decision.Host);
        writer.WriteNumber("port"u8, decision.Port);
        writer.WriteString("sni"u8, decision.Sni);
        writer.WriteString("verdict"u8, decision.Verdict switch { DecisionVerdict.Allow => "allow"u8, DecisionVerdict.Deny => "deny"u8, _ => "would-deny"u8 });
        writer.WriteString("reason"u8, decision.Reason == DenyReason.None ? null : decision.Reason.Text());
        writer.WriteString("rule"u8, decision.Rule);
        Address("address"u8, decision.Address);
        writer.WriteString("upstream"u8, decision.Upstream);
        writer.WriteNumber("status"u8, decision.Status);
        writer.WriteNumber("up"u8, decision.Up);
        writer.WriteNumber("down"u8, decision.Down);
        writer.WriteNumber("ms"u8, (long)decision.Duration.TotalMilliseconds);
        return End();
    }

    /// <summary>Returns the line that stands for decisions that could not be written.</summary>
    public ReadOnlySpan<byte> Lost(DateTimeOffset at, long count)
    {
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        writer.WriteStartObject();
        Time("at"u8, at);
        writer.WriteNumber("lost"u8, count);
        return End();
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    private ReadOnlySpan<byte> End()
    {
        writer.WriteEndObject();
        writer.Flush();
        buffer.Write("\n"u8);
        return buffer.WrittenSpan;
    }

    private void Time(ReadOnlySpan<byte> key, DateTimeOffset at)
    {
        Span<char> text = stackalloc char[24];
        at.UtcDateTime.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        writer.WriteString(key, text[..length]);
    }

    private void Address(ReadOnlySpan<byte> key, IPAddress? address)
    {
        if (address is null)
        {
            writer.WriteNull(key);
            return;
        }

        Span<byte> text = stackalloc byte[64];
        address.TryFormat(text, out var length);
        writer.WriteString(key, text[..length]);
    }
}
