using System.Security.Cryptography;
using System.Text;
using Slipway.Formats.Keys;

namespace Slipway.Formats.Tests.Fuzz;

/// <summary>One keystore of each format.</summary>
internal static class KeystoreSeeds
{
    public const string Password = "password";

    private static readonly Lazy<IReadOnlyList<byte[]>> Made = new(() =>
    {
        using var folder = new TemporaryFolder();
        ExternalTool.RunWell("keytool", "-genkeypair", "-storetype", "JKS", "-keystore", folder["k.jks"], "-storepass", Password, "-keypass", Password,
            "-alias", "k", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=x", "-validity", "9000");
        var start = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return [File.ReadAllBytes(folder["k.jks"]), KeystoreFactory.Create("k", "CN=x", Password, start, start.AddYears(30), KeyAlgorithm.EcP256)];
    });

    public static IReadOnlyList<byte[]> All => Made.Value;

    /// <summary>Makes the check sum at the end of a JKS right, which anyone can who knows the password.</summary>
    public static byte[] Repair(byte[] store)
    {
        if (store.Length > SHA1.HashSizeInBytes && store[0] == 0xfe)
        {
            var end = store.Length - SHA1.HashSizeInBytes;
            SHA1.HashData([.. Encoding.BigEndianUnicode.GetBytes(Password), .. "Mighty Aphrodite"u8, .. store.AsSpan(0, end)]).CopyTo(store, end);
        }

        return store;
    }
}
