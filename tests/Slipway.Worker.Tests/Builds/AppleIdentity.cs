using System.Diagnostics;
using Slipway.Signing;
using Slipway.Signing.Ios;

namespace Slipway.Worker.Tests.Builds;

/// <summary>What <c>tests/apple/make-identity</c> makes, once per process.</summary>
internal static class AppleIdentity
{
    private static readonly Lazy<TemporaryFolder> Made = new(() =>
    {
        var folder = new TemporaryFolder();
        using var process = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "tests/apple/make-identity"), folder.Path]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return folder;
    });

    /// <summary>Key and profile in memory, with a fixed time of signing.</summary>
    public static AppleSigningRequest Request(string key, string profile) => new(File(key + ".p12"), PasswordSource.Of("slipway"), File(profile + ".mobileprovision"))
    {
        SigningTime = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()),
    };

    private static CredentialFile File(string name) => CredentialFile.InMemory(name, System.IO.File.ReadAllBytes(Made.Value[name]));
}
