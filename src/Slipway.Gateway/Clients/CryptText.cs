using System.Text;

namespace Slipway.Gateway.Clients;

/// <summary>The 64 characters with which crypt(3) writes hashes, lowest bits first.</summary>
internal static class CryptText
{
    private const string Alphabet = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Writes bytes in groups of up to three; the first byte of a group is the highest.</summary>
    /// <param name="hash">The bytes.</param>
    /// <param name="order">The order of the bytes. The remainder forms a group of its own.</param>
    public static string Write(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> order)
    {
        var text = new StringBuilder();
        for (var i = 0; i < order.Length; i += 3)
        {
            var bytes = Math.Min(3, order.Length - i);
            var value = 0;
            for (var j = 0; j < bytes; j++)
                value = (value << 8) | hash[order[i + j]];
            for (var j = 0; j <= bytes; j++, value >>= 6)
                text.Append(Alphabet[value & 0x3f]);
        }

        return text.ToString();
    }
}
