using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Keys;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Provisioning;

/// <summary>What <c>tests/apple/make-identity</c> makes, once per process, for tests that judge by times of their own in 2026.</summary>
internal static class AppleIdentity
{
    public const string Team = "ABCDE12345";

    public const string OtherTeam = "FGHIJ67890";

    public const string BundleId = "dev.slipway.fieldnotes";

    public const string Password = "slipway";

    private const string Time = "2026-01-01T00:00:00Z";

    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Made = new(() =>
    {
        using var folder = new TemporaryFolder();
        OutsiderTool.RunWell("bash", [RepositoryFolder.PathOf("tests/apple/make-identity"), folder.Path, Time]);
        return Directory.EnumerateFiles(folder.Path).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);
    });

    /// <summary>A file by its name, such as <c>dev.p12</c>.</summary>
    public static byte[] FileOf(string name) => Made.Value[name];

    /// <summary>A profile by its name, such as <c>development</c>.</summary>
    public static byte[] Profile(string name) => FileOf(name + ".mobileprovision");

    /// <summary>A key with its chain, or alone, by the name of its file, such as <c>dev</c> or <c>dev-leaf-only</c>.</summary>
    public static SigningKey Key(string name) => Keystore.Load(FileOf(name + ".p12"), Password).GetKey(alias: null);

    /// <summary>A certificate by its name, such as <c>wwdr</c>.</summary>
    public static X509Certificate2 Certificate(string name) => X509Certificate2.CreateFromPem(System.Text.Encoding.ASCII.GetString(FileOf(name + ".pem")));
}
