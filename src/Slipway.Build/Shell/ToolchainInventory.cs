using Slipway.Build.Shell.Ios;
using Slipway.Protocol.Text;

namespace Slipway.Build.Shell;

/// <summary>The tools on this machine that compile the shells.</summary>
/// <param name="JavaCompiler">The Java compiler and its version; null when there is none.</param>
/// <param name="Clang">Path of clang; null when there is none.</param>
/// <param name="AppleLinker">Path of ld64.lld; null when there is none.</param>
/// <param name="AndroidJar">An android.jar of an Android SDK; null when there is none, which is the usual case.</param>
/// <param name="SignatureFile">The signatures of the platform's whole API; null when they are not installed, which is the usual case.</param>
/// <param name="Shells">Fingerprints of the compiled shells in the cache.</param>
public sealed record ToolchainInventory(string? JavaCompiler, string? Clang, string? AppleLinker, string? AndroidJar, string? SignatureFile, IReadOnlyList<string> Shells)
{
    private const int LowestAndroidJar = 34;

    /// <summary>Searches this machine for the tools.</summary>
    public static ToolchainInventory Take(string cacheFolder)
    {
        var signatures = new AndroidApiInstaller(cacheFolder);
        var path = Environment.GetEnvironmentVariable("PATH");
        var shells = Path.Combine(cacheFolder, "shells");
        return new ToolchainInventory(
            FindCompiler(),
            AppleCompiler.FindClang(path),
            AppleCompiler.FindLinker(path),
            AndroidSdkPlatform.FindJar(GivenText.Variable("ANDROID_HOME"), LowestAndroidJar),
            signatures.IsInstalled ? signatures.SignatureFile : null,
            Directory.Exists(shells) ? [.. Directory.EnumerateFileSystemEntries(shells).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)] : []);
    }

    private static string? FindCompiler()
    {
        try
        {
            return Shell.JavaCompiler.Find().Version;
        }
        catch (JdkNotFoundException)
        {
            return null;
        }
    }
}
