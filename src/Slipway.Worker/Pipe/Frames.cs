using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Slipway.Protocol.Text;

namespace Slipway.Worker.Pipe;

/// <summary>Messages on a pipe: a length of four bytes, big end first, and that many bytes of JSON.</summary>
internal static class Frames
{
    private const int HeaderSize = 4;

    /// <summary>Writes a message.</summary>
    public static async Task WriteAsync<T>(Stream stream, T message, JsonTypeInfo<T> type, CancellationToken cancellation = default)
    {
        await stream.WriteAsync(Encode(message, type), cancellation);
        await stream.FlushAsync(cancellation);
    }

    /// <summary>Writes a message.</summary>
    public static void Write<T>(Stream stream, T message, JsonTypeInfo<T> type)
    {
        stream.Write(Encode(message, type));
        stream.Flush();
    }

    /// <summary>Reads a message; the default value at the end of the pipe.</summary>
    /// <param name="stream">The pipe.</param>
    /// <param name="type">What is expected.</param>
    /// <param name="limit">Most bytes of a message.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="InvalidDataException">The message is too long, or is none.</exception>
    public static async Task<T?> ReadAsync<T>(Stream stream, JsonTypeInfo<T> type, int limit, CancellationToken cancellation = default)
    {
        var header = new byte[HeaderSize];
        if (await stream.ReadAtLeastAsync(header, HeaderSize, throwOnEndOfStream: false, cancellation) < HeaderSize)
            return default;
        var body = new byte[Length(header, limit)];
        return await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellation) < body.Length ? default : Decode(body, type);
    }

    /// <summary>Reads a message; the default value at the end of the pipe.</summary>
    public static T? Read<T>(Stream stream, JsonTypeInfo<T> type, int limit)
    {
        var header = new byte[HeaderSize];
        if (stream.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize)
            return default;
        var body = new byte[Length(header, limit)];
        return stream.ReadAtLeast(body, body.Length, throwOnEndOfStream: false) < body.Length ? default : Decode(body, type);
    }

    private static byte[] Encode<T>(T message, JsonTypeInfo<T> type)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, type);
        var frame = new byte[HeaderSize + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, body.Length);
        body.CopyTo(frame, HeaderSize);
        return frame;
    }

    private static int Length(byte[] header, int limit) =>
        BinaryPrimitives.ReadInt32BigEndian(header) is > 0 and var length && length <= limit
            ? length
            : throw new InvalidDataException("A message has an impossible length.");

    private static T? Decode<T>(byte[] body, JsonTypeInfo<T> type)
    {
        try
        {
            return UntrustedJson.Read(body, type);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException or FormatException)
        {
            throw new InvalidDataException("A message cannot be understood.", e);
        }
    }
}
