using System.Security.Cryptography;
using System.Text;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Server.Vault;

/// <summary>The key-encryption keys: the first wraps; the others only unwrap secrets from the time when they were first.</summary>
internal sealed class KeyRing
{
    private const int MostKeys = 64;
    private const int LongestId = 64;
    private const string Context = "slipway ";

    private readonly IReadOnlyList<KeyEncryptionKey> _keys;

    private KeyRing(IReadOnlyList<KeyEncryptionKey> keys) => _keys = keys;

    /// <summary>The current key, which wraps.</summary>
    public KeyEncryptionKey Current => _keys[0];

    /// <summary>All keys, the current one first.</summary>
    public IReadOnlyList<KeyEncryptionKey> Keys => _keys;

    /// <summary>Returns a line with a new random key.</summary>
    public static string NewLine() => $"key-{RandomNumberGenerator.GetHexString(8, lowercase: true)} {Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyEncryptionKey.Size))}";

    /// <summary>Reads lines of id and key. Messages never repeat the contents of a line.</summary>
    /// <param name="text">The lines; empty ones and those that begin with # are ignored.</param>
    /// <param name="where">The name of the source in problems.</param>
    /// <exception cref="ProblemException">A line is malformed.</exception>
    public static KeyRing Parse(string text, string where)
    {
        var keys = new List<KeyEncryptionKey>();
        var number = 0;
        foreach (var line in (GivenText.Setting(text) ?? "").Split('\n', StringSplitOptions.TrimEntries))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            var key = ParseLine(line) ?? throw Fault($"Line {number} is not an id, a space and {KeyEncryptionKey.Size} bytes in base64.");
            if (keys.Exists(k => k.Id == key.Id))
                throw Fault($"Line {number} has the id of a line before it.");
            keys.Add(key);
            if (keys.Count > MostKeys)
                throw Fault($"There are more than {MostKeys} keys.");
        }

        return keys.Count > 0 ? new KeyRing(keys) : throw Fault("There is no key.");

        ProblemException Fault(string message) => new(VaultProblems.KeyFormat.At(where, message));
    }

    /// <summary>Returns the key with an id; null if this server does not have it.</summary>
    public KeyEncryptionKey? Find(string id) => _keys.FirstOrDefault(k => k.Id == id);

    /// <summary>Derives a key for another purpose from the current one (HKDF, RFC 5869). It reveals nothing about the current or other keys.</summary>
    /// <param name="purpose">A phrase that is unique to the purpose.</param>
    public byte[] DeriveKey(string purpose) => Derive(Current, purpose);

    /// <summary>Derives a key for a purpose from each key, the current one first, so that signatures from before a rotation stay valid.</summary>
    public IReadOnlyList<byte[]> DeriveKeys(string purpose) => [.. _keys.Select(key => Derive(key, purpose))];

    /// <summary>Derives a key for a purpose from one of the keys.</summary>
    public static byte[] Derive(KeyEncryptionKey key, string purpose)
    {
        var derived = new byte[KeyEncryptionKey.Size];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Bytes, derived, salt: [], Encoding.UTF8.GetBytes(Context + purpose));
        return derived;
    }

    private static KeyEncryptionKey? ParseLine(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var bytes = new byte[KeyEncryptionKey.Size];
        return parts.Length == 2 && parts[0].Length <= LongestId && parts[0].All(IsOfId) && Convert.TryFromBase64String(parts[1], bytes, out var length) && length == bytes.Length
            ? new KeyEncryptionKey(parts[0], bytes)
            : null;
    }

    private static bool IsOfId(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}

/// <summary>A key that wraps the keys of secrets.</summary>
/// <param name="id">The id by which wrapped secrets refer to it.</param>
/// <param name="bytes">256 bits.</param>
internal sealed class KeyEncryptionKey(string id, byte[] bytes)
{
    public const int Size = 32;

    public string Id => id;

    public ReadOnlySpan<byte> Bytes => bytes;
}
