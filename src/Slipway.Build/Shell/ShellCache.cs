using System.Globalization;
using System.Security.Cryptography;

namespace Slipway.Build.Shell;

/// <summary>
/// Compiled shells on the disk, one folder per fingerprint. An entry appears whole or not at all, and is used only when every
/// file has its recorded hash.
/// </summary>
internal sealed class ShellCache(string folder)
{
    private const string Manifest = "manifest";
    private const string Header = "slipway shell 2";
    private const string CompilerPrefix = "compiler ";
    private const int HashLength = 64;

    /// <summary>Returns null when there is no entry, or when it is damaged.</summary>
    public CachedShell? TryLoad(string fingerprint)
    {
        try
        {
            var entry = Path.Combine(folder, fingerprint);
            var lines = File.ReadAllLines(Path.Combine(entry, Manifest));
            if (lines.Length < 3 || lines[0] != Header || !lines[1].StartsWith(CompilerPrefix, StringComparison.Ordinal))
                return null;

            var files = lines[2..].Select(line => Load(entry, line)).OfType<ShellSource>().ToArray();
            return files.Length == lines.Length - 2 ? new CachedShell(lines[1][CompilerPrefix.Length..], files) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Stores a shell. When the cache cannot be written, later builds take longer but do not fail.</summary>
    public void Store(string fingerprint, CachedShell shell)
    {
        var entry = Path.Combine(folder, fingerprint);
        var temporary = $"{entry}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.tmp";
        try
        {
            Directory.CreateDirectory(temporary);
            foreach (var file in shell.Files)
                File.WriteAllBytes(Path.Combine(temporary, file.Name), file.Content);

            File.WriteAllLines(Path.Combine(temporary, Manifest), [Header, CompilerPrefix + shell.Compiler, .. shell.Files.Select(f => $"{Hash(f.Content)} {f.Name}")]);
            if (Directory.Exists(entry))
                Directory.Delete(entry, recursive: true);

            Directory.Move(temporary, entry);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            DeleteQuietly(temporary);
        }
    }

    /// <summary>Reads a line with a hash, a space and a name; returns null when it is damaged, or when the file is not the stored one.</summary>
    private static ShellSource? Load(string entry, string line)
    {
        if (line.Length < HashLength + 2 || line[HashLength] != ' ' || line[(HashLength + 1)..] is not { } name || name != Path.GetFileName(name))
            return null;

        var content = File.ReadAllBytes(Path.Combine(entry, name));
        return Hash(content) == line[..HashLength] ? new ShellSource(name, content) : null;
    }

    private static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static void DeleteQuietly(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A later process with the same id overwrites the leftovers.
        }
    }
}

/// <summary>A compiled shell in the cache.</summary>
/// <param name="Compiler">What compiled it, for provenance.</param>
/// <param name="Files">Its files, by name.</param>
internal sealed record CachedShell(string Compiler, IReadOnlyList<ShellSource> Files);
