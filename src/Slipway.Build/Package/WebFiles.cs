using System.Text;
using Slipway.Build.Read;
using Slipway.Formats.Zip;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Package;

/// <summary>Turns the web files of an app into entries of a package.</summary>
internal static class WebFiles
{
    /// <summary>Their folder in an Android package.</summary>
    public const string AndroidFolder = "assets/www/";

    /// <summary>Their folder in an iOS bundle.</summary>
    public const string IosFolder = "www/";

    /// <summary>Longest name of an entry: the format stores the length in 16 bits, and the tools of the platforms accept less than that.</summary>
    private const int LongestName = 4096;

    /// <summary>Returns the files as entries of a package, with their hashes where those are known.</summary>
    /// <exception cref="ProblemException">A name is too long.</exception>
    public static IEnumerable<ZipItem> Items(IEnumerable<AppFile> files, string folder, IKnownHashes known) =>
        files.Select(file => Item(file, folder, known));

    /// <summary>Remembers the hashes that a build computed.</summary>
    /// <param name="files">The files.</param>
    /// <param name="folder">Their folder in the package.</param>
    /// <param name="hashes">Hashes by name in the package.</param>
    /// <param name="known">Stores the hashes.</param>
    /// <param name="environment">Holds the time at which the build began.</param>
    public static void Remember(IReadOnlyList<AppFile> files, string folder, IReadOnlyDictionary<string, ContentDigests> hashes, IKnownHashes known, BuildEnvironment environment)
    {
        var hashed = new List<(AppFile File, ContentDigests Hashes)>(files.Count);
        foreach (var file in files)
        {
            if (hashes.TryGetValue(folder + file.Path, out var digests))
                hashed.Add((file, digests));
        }

        known.Save(hashed, environment.Now.ToUnixTimeMilliseconds() * 1_000_000);
    }

    private static ZipItem Item(AppFile file, string folder, IKnownHashes known)
    {
        var name = folder + file.Path;
        if (Encoding.UTF8.GetByteCount(name) > LongestName)
            throw new ProblemException(FileProblems.NameUnusable.At(file.Path[..80] + "…", $"The path is longer than {LongestName} bytes."));
        var hashes = known.Find(file);
        var open = known.AreFilesFixed ? file.Open : () => Open(file);
        return new ZipItem(name, open, file.Length, !UncompressedFileTypes.Is(name), UncompressedFileTypes.Alignment(name), hashes?.Sha256) { Sha1 = hashes?.Sha1 };
    }

    // The hash and the length date from when the app was read. The packed file must be the same.
    private static Stream Open(AppFile file)
    {
        var stream = file.Open();
        if (file is not { Stamp: { } stamp, DiskPath: { } path } || FileProbe.Look(path, followLinks: true).Stamp == stamp)
            return stream;
        stream.Dispose();
        throw new ProblemException(FileProblems.Changed.At(file.Path, "The file changed during the build."));
    }
}
