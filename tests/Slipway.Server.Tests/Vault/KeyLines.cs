using Slipway.Server.Vault;

namespace Slipway.Server.Tests.Vault;

/// <summary>Key-encryption keys that tests can tell apart.</summary>
internal static class KeyLines
{
    /// <summary>A line whose key consists of one byte.</summary>
    public static string Of(string id, byte value) => $"{id} {Convert.ToBase64String(Enumerable.Repeat(value, KeyEncryptionKey.Size).ToArray())}";

    /// <summary>The keys of some lines.</summary>
    public static KeyRing Ring(params string[] lines) => KeyRing.Parse(string.Join('\n', lines), "keys");
}
