using System.Text;
using Slipway.Build.Shell.Signatures;
using Slipway.Formats;
using Slipway.Protocol.Files;

namespace Slipway.Build.Shell;

/// <summary>
/// Installs the signatures of the platform's whole public API at level 29, for Java sources that use more than our own list
/// contains. They come from Debian's source package of frameworks/base (45 MB, AOSP 10, Apache-2.0).
/// </summary>
/// <param name="cacheFolder">Folder in which they are kept; need not exist.</param>
public sealed class AndroidApiInstaller(string cacheFolder)
{
    private const string Package = "android-platform-frameworks-base";
    private const string Member = "api/current.txt";

    /// <summary>Path of the installed signatures, whether they exist or not.</summary>
    public string SignatureFile { get; } = Path.Combine(cacheFolder, "android-api", "android-29.txt");

    /// <summary>Whether they are installed.</summary>
    public bool IsInstalled => File.Exists(SignatureFile);

    /// <summary>Downloads and checks the signatures; does nothing when they are installed.</summary>
    /// <param name="progress">Receives short descriptions of slow steps.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="AndroidApiInstallException">The package cannot be downloaded, or has unexpected content.</exception>
    public void Install(IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        if (IsInstalled)
            return;

        using var work = new TemporaryFolder();
        var source = new AptSourcePackage(work.Path, cancellation);
        progress?.Report($"downloading Debian's source package {Package}");
        source.Download(Package);
        var archive = Directory.EnumerateFiles(work.Path, $"{Package}_*.orig.tar.*").FirstOrDefault()
            ?? throw new AndroidApiInstallException("download", "the package has no upstream archive");
        var text = Path.Combine(work.Path, "signatures.txt");
        source.Extract(archive, Member, text);
        Check(text);
        Publish(text);
    }

    private static void Check(string path)
    {
        try
        {
            if (ApiTextReader.Read(File.ReadAllText(path, Encoding.UTF8), Member).Count == 0)
                throw new AndroidApiInstallException("reading", "no type was found");
        }
        catch (MalformedInputException e)
        {
            throw new AndroidApiInstallException("reading", e.Message);
        }
    }

    /// <summary>The temporary folder may be on another file system, where a move is not atomic.</summary>
    private void Publish(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(SignatureFile)!);
        using var file = new AtomicFile(SignatureFile);
        File.Copy(text, file.TemporaryPath);
        file.Commit();
    }
}
