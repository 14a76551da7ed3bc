using Slipway.Formats.Keys;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Sign;

/// <summary>
/// The key that debug packages are signed with: made once per user, so that one build of an app can replace another on a device.
/// Its password is public, like that of every debug keystore; only the owner can read the file.
/// </summary>
internal static class DebugKey
{
    private const string Alias = "androiddebugkey";
    private const string Password = "android";
    private const int ValidYears = 30;

    /// <summary>One iteration suffices, because slowing down guesses of a public password is pointless and every build opens this keystore.</summary>
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
            // Does not overwrite, so that two concurrent builds both use the key of the first one.
            AtomicFile.Write(path, bytes, new AtomicFileOptions { Mode = OwnerOnly.FileMode, Overwrite = false });
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another build has made the key meanwhile; this build uses that one.
        }
    }
}
