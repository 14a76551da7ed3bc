using Slipway.Formats.Zip;

namespace Slipway.Formats.ApkSigning;

/// <summary>The three regions of a package that v2 and v3 protect.</summary>
/// <param name="File">The file.</param>
/// <param name="EntriesEnd">End of the entries, where the signing block begins.</param>
/// <param name="Directory">The central directory.</param>
/// <param name="EndRecord">The end record, pointing to <paramref name="EntriesEnd"/> as if there were no signing block.</param>
internal sealed record ApkContents(ByteSource File, long EntriesEnd, ReadOnlyMemory<byte> Directory, ReadOnlyMemory<byte> EndRecord);
