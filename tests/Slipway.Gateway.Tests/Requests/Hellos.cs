using System.Buffers.Binary;
using System.Text;

namespace Slipway.Gateway.Tests.Requests;

/// <summary>Writes hellos of TLS clients, right and wrong ones.</summary>
internal static class Hellos
{
    /// <summary>One whole hello in one record.</summary>
    public static byte[] For(string? name, int padding = 0, bool encrypted = false, params (int Kind, byte[] Data)[] more)
    {
        var extensions = new List<(int Kind, byte[] Data)>();
        if (padding > 0)
            extensions.Add((21, new byte[padding]));
        if (name is not null)
            extensions.Add((0, ServerName(name)));
        extensions.Add((16, [0, 12, 2, (byte)'h', (byte)'2', 8, .. "http/1.1"u8]));
        if (encrypted)
            extensions.Add((0xfe0d, new byte[200]));
        return Records(Message([.. extensions, .. more]));
    }

    public static byte[] ServerName(string name)
    {
        var text = Encoding.Latin1.GetBytes(name);
        return [.. Word(text.Length + 3), 0, .. Word(text.Length), .. text];
    }

    /// <summary>The handshake message with its header.</summary>
    public static byte[] Message(params (int Kind, byte[] Data)[] extensions)
    {
        byte[] list = [.. extensions.SelectMany(e => (byte[])[.. Word(e.Kind), .. Word(e.Data.Length), .. e.Data])];
        byte[] body = [3, 3, .. new byte[32], 0, 0, 2, 0x13, 1, 1, 0, .. Word(list.Length), .. list];
        return [1, (byte)(body.Length >> 16), .. Word(body.Length & 0xffff), .. body];
    }

    /// <summary>Puts a message into records of a size.</summary>
    public static byte[] Records(byte[] message, int size = 16 * 1024) =>
        [.. message.Chunk(size).SelectMany(part => (byte[])[22, 3, 1, .. Word(part.Length), .. part])];

    private static byte[] Word(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        return bytes;
    }
}
