using Slipway.Formats.Keys;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Sign;

/// <summary>
/// The key that debug packages are signed with: made once per user, so that one build of an app can replace another on a device.
/// Its password is known to everybody, as that of every debug keystore is; the file is readable for its owner only.
/// </summary>
internal static class DebugKey
{
    private const string Alias = "androiddebugkey";
    private const string Password = "android";
    private const int ValidYears = 30;

    /// <summary>A password that everybody knows needs no slowing down, and each build opens this keystore.</summary>
    private const int Iterations = 1;

    public static SigningKey GetOrCreate(string dataFolder, DateTimeOffset now)
    {
        var path = Path.Combine(dataFolder, "debug.keystore");
        try
        {
            if (!File.Exists(path))
                Create(path, now);
            return Keystore.Load(File.ReadAllBytes(path), Password).GetKey(Alias, null);
        }
        catch (Exception e) when (e is UnauthorizedAccessException || (e is IOException && !DiskErrors.IsFull(e)))
        {
            throw new ProblemException(SigningProblems.DebugKeyUnusable.At(path, File.Exists(path) ? "The debug key cannot be read." : "The debug key cannot be made there."), e);
        }
        catch (Exception e) when (e is KeystoreException or Formats.MalformedInputException)
        {
            throw new ProblemException(
                SigningProblems.KeystoreUnreadable.At(path, "The debug keystore is damaged.", "Delete it: a new one is made. Apps signed with the old one must be uninstalled before the new build is installed."), e);
        }
    }

    private static void Create(string path, DateTimeOffset now)
    {
        var bytes = KeystoreFactory.Create(Alias, "CN=Android Debug, O=Slipway, C=US", Password, now.AddDays(-1), now.AddYears(ValidYears), KeyAlgorithm.Rsa2048, Iterations);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!, OwnerOnly.FolderMode);
        try
        {
            // Whoever comes first wins: without overwriting, two builds at once end with the same key.
            AtomicFile.Write(path, bytes, new AtomicFileOptions { Mode = OwnerOnly.FileMode, Overwrite = false });
        }
        catch (IOException) when (File.Exists(path))
        {
            // The other build's key is the one.
        }
    }
}
