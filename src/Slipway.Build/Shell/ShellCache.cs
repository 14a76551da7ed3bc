using System.Globalization;
using System.Security.Cryptography;

namespace Slipway.Build.Shell;

/// <summary>
/// Compiled shells on disk, one folder a fingerprint. An entry appears whole or not at all, and is believed only when every
/// file has the hash that was noted.
/// </summary>
internal sealed class ShellCache(string folder)
{
    private const string Manifest = "manifest";
    private const string Header = "slipway shell 1";
    private const string CompilerPrefix = "compiler ";

    /// <summary>Null when there is no entry, or none that can be believed.</summary>
    public AndroidShell? TryLoad(string fingerprint)
    {
        try
        {
            var entry = Path.Combine(folder, fingerprint);
            var lines = File.ReadAllLines(Path.Combine(entry, Manifest));
            if (lines.Length < 3 || lines[0] != Header || !lines[1].StartsWith(CompilerPrefix, StringComparison.Ordinal))
            {
                return null;
            }

            var files = lines[2..].Select((expected, i) => Load(Path.Combine(entry, DexName(i)), expected)).ToArray();
            return Array.Exists(files, f => f is null)
                ? null
                : new AndroidShell([.. files.Select(f => (ReadOnlyMemory<byte>)f)], fingerprint, lines[1][CompilerPrefix.Length..], WasCached: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Stores a shell; a cache that cannot be written costs time later, nothing else.</summary>
    public void Store(AndroidShell shell)
    {
        var entry = Path.Combine(folder, shell.Fingerprint);
        var temporary = $"{entry}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.tmp";
        try
        {
            Directory.CreateDirectory(temporary);
            for (var i = 0; i < shell.DexFiles.Count; i++)
            {
                File.WriteAllBytes(Path.Combine(temporary, DexName(i)), shell.DexFiles[i].Span);
            }

            File.WriteAllLines(Path.Combine(temporary, Manifest), [Header, CompilerPrefix + shell.Compiler, .. shell.DexFiles.Select(f => Hash(f.Span))]);
            if (Directory.Exists(entry))
            {
                Directory.Delete(entry, recursive: true);
            }

            Directory.Move(temporary, entry);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            DeleteQuietly(temporary);
        }
    }

    private static byte[]? Load(string path, string expectedHash)
    {
        var content = File.ReadAllBytes(path);
        return Hash(content) == expectedHash ? content : null;
    }

    private static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static string DexName(int index) => index == 0 ? "classes.dex" : $"classes{(index + 1).ToString(CultureInfo.InvariantCulture)}.dex";

    private static void DeleteQuietly(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another run of this process number overwrites what is left.
        }
    }
}
