using System.Security.Cryptography;
using Slipway.Build.Read;
using Slipway.Worker.Pipe;

namespace Slipway.Worker.Builds;

/// <summary>Checks the files that a build left against its result, after all its processes have ended.</summary>
internal static class ResultFiles
{
    private const int MostFiles = 8;

    private static readonly string[] Formats = ["apk", "ipa", "zip"];

    /// <summary>Returns the files of a result.</summary>
    /// <exception cref="MisbehaviourException">The files do not match the result.</exception>
    public static IReadOnlyList<BuiltFile> Check(BuildResult result, string folder)
    {
        if (result.Artifacts.Count is 0 or > MostFiles || result.Artifacts.DistinctBy(a => a.FileName, StringComparer.Ordinal).Count() < result.Artifacts.Count)
            throw new MisbehaviourException("The result names an impossible number of files.");
        return [.. result.Artifacts.Select(a => Check(a, folder))];
    }

    private static BuiltFile Check(PipedArtifact artifact, string folder)
    {
        if (artifact.FileName is not { Length: > 0 and <= 200 } name || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') || name[0] == '.')
            throw new MisbehaviourException("The result contains an invalid file name.");
        // Browsers and devices go by the extension.
        if (!Formats.Contains(artifact.Format) || !name.EndsWith($".{artifact.Format}", StringComparison.Ordinal))
            throw new MisbehaviourException("The result names an unknown format.");
        var path = Path.Combine(folder, name);
        // A link could lead to a file of the worker.
        if (!FileProbe.IsRegularFile(path))
            throw new MisbehaviourException("The result names a file that is missing or not a regular file.");
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 18);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
        return file.Length == artifact.Size && sha256 == artifact.Sha256
            ? new BuiltFile(artifact.Format, path, name, file.Length, sha256)
            : throw new MisbehaviourException("The result does not match the file that it names.");
    }
}
