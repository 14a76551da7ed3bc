namespace Slipway.Server.Tests.Credentials;

/// <summary>What <c>tests/apple/make-identity</c> makes, once per process.</summary>
internal static class AppleIdentity
{
    public const string Team = "ABCDE12345";

    public const string BundleId = "dev.slipway.fieldnotes";

    public const string Password = "slipway";

    private static readonly Lazy<string> Made = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("slipway-apple-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        Outsider.RunWell("bash", Path.Combine(Repository.Root, "tests", "apple", "make-identity"), folder);
        return folder;
    });

    /// <summary>The bytes of a file, such as <c>dev.p12</c>.</summary>
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Made.Value, name));
}
