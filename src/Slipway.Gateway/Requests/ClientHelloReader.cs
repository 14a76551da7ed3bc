using System.Buffers;
using System.Buffers.Binary;

namespace Slipway.Gateway.Requests;

/// <summary>
/// Assembles the ClientHello from any number of segments and records. With the keys of post-quantum algorithms it does not fit into
/// one packet, and some clients split it on purpose.
/// </summary>
public sealed class ClientHelloReader
{
    /// <summary>The most bytes that the message and its records may have.</summary>
    public const int MaxLength = 64 * 1024;

    private const int RecordHeader = 5;
    private const int MessageHeader = 4;
    private const int MaxRecord = 16 * 1024;
    private const byte Handshake = 22;
    private const byte ClientHelloMessage = 1;

    private ArrayBufferWriter<byte>? _message;
    private int _next;

    /// <summary>The complete message; null before.</summary>
    public ClientHello? Hello { get; private set; }

    /// <summary>Reads the data received so far, always from its first byte. Each record is read once, however often this is called.</summary>
    public HelloStatus Read(ReadOnlySpan<byte> received)
    {
        while (true)
        {
            var record = received[_next..];
            // Refused as early as possible, because a client that does not speak TLS may wait for an answer.
            if ((record.Length > 0 && record[0] != Handshake) || (record.Length > 1 && record[1] != 3))
                return HelloStatus.NotTls;
            if (record.Length < RecordHeader)
                return Incomplete(received);
            var length = BinaryPrimitives.ReadUInt16BigEndian(record[3..]);
            if (length is 0 or > MaxRecord)
                return HelloStatus.NotTls;
            if (record.Length < RecordHeader + length)
                return Incomplete(received);
            _next += RecordHeader + length;
            var status = Take(record.Slice(RecordHeader, length));
            if (status != HelloStatus.Incomplete)
                return status;
        }
    }

    private static HelloStatus Incomplete(ReadOnlySpan<byte> received) => received.Length >= MaxLength ? HelloStatus.NotTls : HelloStatus.Incomplete;

    private HelloStatus Take(ReadOnlySpan<byte> fragment)
    {
        var whole = fragment;
        if (_message is not null || !IsWhole(fragment))
        {
            _message ??= new ArrayBufferWriter<byte>(2048);
            _message.Write(fragment);
            whole = _message.WrittenSpan;
        }

        if (whole[0] != ClientHelloMessage)
            return HelloStatus.NotTls;
        if (!IsWhole(whole))
            return HelloStatus.Incomplete;
        // A client must not send anything else before the server has answered.
        Hello = whole.Length == MessageHeader + Length(whole) ? ClientHello.Read(whole[MessageHeader..]) : null;
        return Hello is null ? HelloStatus.NotTls : HelloStatus.Complete;
    }

    private static bool IsWhole(ReadOnlySpan<byte> text) => text.Length >= MessageHeader && text.Length >= MessageHeader + Length(text);

    private static int Length(ReadOnlySpan<byte> text) => (text[1] << 16) | BinaryPrimitives.ReadUInt16BigEndian(text[2..]);
}

/// <summary>The state of reading a TLS ClientHello.</summary>
public enum HelloStatus
{
    /// <summary>The message is not complete yet.</summary>
    Incomplete,

    /// <summary>The data is not valid TLS.</summary>
    NotTls,

    /// <summary>The message is complete.</summary>
    Complete,
}
