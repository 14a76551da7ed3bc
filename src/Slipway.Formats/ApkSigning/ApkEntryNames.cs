using System.Text;
using Slipway.Formats.Names;
using Slipway.Formats.Zip;

namespace Slipway.Formats.ApkSigning;

/// <summary>Checks the entry names of a package: relative, with forward slashes, unique, and not the name of a signature file.</summary>
internal static class ApkEntryNames
{
    public static void Check(IReadOnlyList<ZipItem> items)
    {
        var seen = new HashSet<string>(items.Count, StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (EntryNames.FindFault(item.Name) is { } fault)
                throw new ZipLimitException(ZipLimit.Name, $"'{item.Name}' cannot be in a package: {fault}");
            if (Encoding.UTF8.GetByteCount(item.Name) > ushort.MaxValue - ZipLayout.CentralSize)
                throw new ZipLimitException(ZipLimit.Name, $"The name '{item.Name[..80]}...' is too long for a package");
            if (IsSignature(item.Name))
                throw new ZipLimitException(ZipLimit.Name, $"'{item.Name}' is the name of a signature: the package gets its own");
            if (!seen.Add(item.Name))
                throw new ZipLimitException(ZipLimit.Name, $"'{item.Name}' occurs twice");
        }
    }

    /// <summary>Returns true for files of a JAR signature, ignoring case (JAR File Specification, Signed JAR File).</summary>
    public static bool IsSignature(string name)
    {
        const string Folder = "META-INF/";
        if (!name.StartsWith(Folder, StringComparison.OrdinalIgnoreCase) || name.IndexOf('/', Folder.Length) >= 0)
            return false;
        var file = name[Folder.Length..].ToUpperInvariant();
        return file == "MANIFEST.MF" || file.StartsWith("SIG-", StringComparison.Ordinal) || Path.GetExtension(file) is ".SF" or ".RSA" or ".DSA" or ".EC";
    }
}
