using System.Diagnostics;
using Slipway.Signing.Ios;

namespace Slipway.Signing.Tests.Ios;

/// <summary>What <c>tests/apple/make-identity</c> makes, once per process, for tests that judge by times of their own in 2026.</summary>
internal static class AppleIdentity
{
    public const string Team = "ABCDE12345";

    public const string BundleId = "dev.slipway.fieldnotes";

    private const string Time = "2026-01-01T00:00:00Z";

    private static readonly Lazy<TemporaryFiles> Made = new(() =>
    {
        var folder = new TemporaryFiles(("password.txt", "slipway\n"));
        using var process = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "tests", "apple", "make-identity"), folder.Folder, Time]))!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return folder;
    });

    /// <summary>Path of a file by its name, such as <c>dev.p12</c>.</summary>
    public static string PathOf(string name) => Made.Value[name];

    /// <summary>A request to sign by the names of key and profile.</summary>
    public static AppleSigningRequest Request(string key, string profile) =>
        new(CredentialFile.At(PathOf(key + ".p12")), new PasswordSource(PathOf("password.txt"), "SLIPWAY_CERTIFICATE_PASSWORD"), CredentialFile.At(PathOf(profile + ".mobileprovision")));
}
