namespace Slipway.Testing;

/// <summary>What <c>tests/apple/make-identity</c> makes, once per process: certificates, keys and profiles as Apple would issue them.</summary>
public sealed class AppleIdentity
{
    /// <summary>The team of the certificates.</summary>
    public const string Team = "ABCDE12345";

    /// <summary>A team that the certificates are not of.</summary>
    public const string OtherTeam = "FGHIJ67890";

    /// <summary>The app that the profiles are for.</summary>
    public const string BundleId = "dev.slipway.fieldnotes";

    /// <summary>Password of the keys; also in the file <c>password.txt</c>.</summary>
    public const string Password = "slipway";

    private readonly Lazy<TemporaryFolder> _folder;

    private AppleIdentity(string? time) => _folder = new Lazy<TemporaryFolder>(() =>
    {
        var folder = new TemporaryFolder();
        folder.Add("password.txt", Password + "\n");
        ExternalTool.RunWell("bash", [Repository.PathOf("tests/apple/make-identity"), folder.Path, .. time is null ? [] : new[] { time }]);
        return folder;
    });

    /// <summary>Valid today.</summary>
    public static AppleIdentity Today { get; } = new(time: null);

    /// <summary>Valid in 2026, for tests that judge by times of their own.</summary>
    public static AppleIdentity Of2026 { get; } = new("2026-01-01T00:00:00Z");

    /// <summary>Path of a file by its name, such as <c>dev.p12</c>.</summary>
    public string PathOf(string name) => _folder.Value[name];

    /// <summary>The bytes of a file by its name.</summary>
    public byte[] Read(string name) => File.ReadAllBytes(PathOf(name));
}
