using System.Buffers.Binary;
using System.Text;

namespace Slipway.Formats.Zip;

/// <summary>Reads the name of an entry: determines its charset and converts the path syntax of the tool's system.</summary>
internal static class ZipNameReader
{
    private const byte UnicodePathVersion = 1;
    private const int UnicodePathStart = 5;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The charset of names without a declared one (APPNOTE.TXT appendix D.1).</summary>
    private static readonly Encoding Dos = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    /// <summary>Reads the name of an entry in a package or jar, which must be UTF-8.</summary>
    public static ZipName ReadStrictly(ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra)
    {
        if (Decode(name) is not { } text)
            return new ZipName("", Fault: ZipFault.Charset, Reason: "a name is not UTF-8");
        var other = ZipExtraFields.Find(extra, ZipLayout.UnicodePathExtra);
        return other.Length > UnicodePathStart && !other[UnicodePathStart..].SequenceEqual(name)
            ? new ZipName(text, Fault: ZipFault.Inconsistent, Reason: "the entry has two names")
            : new ZipName(text);
    }

    /// <summary>Reads a name as any tool may have written it.</summary>
    /// <param name="name">Its bytes.</param>
    /// <param name="flags">Flags of the entry.</param>
    /// <param name="host">Number of the system that the entry was made on.</param>
    /// <param name="extra">Extra fields of the entry.</param>
    public static ZipName Read(ReadOnlySpan<byte> name, ushort flags, byte host, ReadOnlySpan<byte> extra)
    {
        var read = ReadCharset(name, flags, host, extra);
        return read with { Text = ZipPaths.Normalise(read.Text, host) };
    }

    private static ZipName ReadCharset(ReadOnlySpan<byte> name, ushort flags, byte host, ReadOnlySpan<byte> extra)
    {
        var utf8 = Decode(name);
        var plain = utf8 ?? Dos.GetString(name);
        var field = ZipExtraFields.Find(extra, ZipLayout.UnicodePathExtra);
        if (field.Length > UnicodePathStart && !field[UnicodePathStart..].SequenceEqual(name))
        {
            return UnicodePath(field, name) is { } unicode && IsSameBeside(plain, unicode)
                ? new ZipName(unicode)
                : new ZipName(plain, Fault: ZipFault.Inconsistent, Reason: "the entry has two names");
        }

        if (utf8 is not null)
            return new ZipName(utf8);
        if ((flags & ZipLayout.Utf8Flag) != 0)
            return new ZipName(plain, Fault: ZipFault.Charset, Reason: "the name is not UTF-8, although the archive says so");
        return ZipPaths.IsDos(host)
            ? new ZipName(plain, IsAssumed: true)
            : new ZipName(plain, Fault: ZipFault.Charset, Reason: "the name is not UTF-8, and the archive does not name its charset");
    }

    /// <summary>Returns the second name, by Info-ZIP (APPNOTE.TXT 4.6.9), when it belongs to the first; otherwise null.</summary>
    private static string? UnicodePath(ReadOnlySpan<byte> field, ReadOnlySpan<byte> name) =>
        field[0] == UnicodePathVersion && BinaryPrimitives.ReadUInt32LittleEndian(field[1..]) == Crc32.Of(name) ? Decode(field[UnicodePathStart..]) : null;

    /// <summary>
    /// Returns whether two names differ only in letters that the first one cannot express: the text before the first such letter and
    /// after the last one must be the same.
    /// </summary>
    private static bool IsSameBeside(string plain, string unicode)
    {
        var first = unicode.AsSpan().IndexOfAnyExceptInRange('\0', '\x7f');
        var last = unicode.AsSpan().LastIndexOfAnyExceptInRange('\0', '\x7f');
        return first >= 0 && plain.Length >= first + unicode.Length - last - 1
            && plain.StartsWith(unicode[..first], StringComparison.Ordinal) && plain.EndsWith(unicode[(last + 1)..], StringComparison.Ordinal);
    }

    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

/// <summary>The name of an entry.</summary>
/// <param name="Text">The name as a path; empty for the archive's own folder.</param>
/// <param name="IsAssumed">True when the archive does not name the charset of the name.</param>
/// <param name="Fault">The reason why the name is refused; null when it is accepted.</param>
/// <param name="Reason">The reason in words.</param>
internal readonly record struct ZipName(string Text, bool IsAssumed = false, ZipFault? Fault = null, string Reason = "");

/// <summary>Converts paths that tools write into archives.</summary>
internal static class ZipPaths
{
    /// <summary>
    /// Returns whether the entry comes from a system on which names cannot contain backslashes. Numbers: APPNOTE.TXT 4.4.2; Info-ZIP
    /// uses 11 for NTFS.
    /// </summary>
    public static bool IsDos(byte host) => host is 0 or 6 or 10 or 11 or 14;

    /// <summary>
    /// Returns the path with slashes between its parts and without redundant parts. Windows PowerShell 5.1 and the .NET Framework
    /// before 4.6.1 write backslashes; unzip treats them as slashes in the same cases.
    /// </summary>
    public static string Normalise(string path, byte host)
    {
        if (IsDos(host) && path.Contains('\\') && !path.Contains('/'))
            path = path.Replace('\\', '/');
        if (path.StartsWith('/') || !HasIdlePart(path))
            return path;
        var parts = path.Split('/').Where(part => part is not ("" or "."));
        var isFolder = path.EndsWith('/') || path.EndsWith("/.", StringComparison.Ordinal);
        var joined = string.Join('/', parts);
        return isFolder && joined.Length > 0 ? joined + "/" : joined;
    }

    private static bool HasIdlePart(string path) =>
        path.StartsWith("./", StringComparison.Ordinal) || path == "." || path.Contains("//", StringComparison.Ordinal)
        || path.Contains("/./", StringComparison.Ordinal) || path.EndsWith("/.", StringComparison.Ordinal);
}
