using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Slipway.Formats.Dex;

namespace Slipway.Build.Shell;

/// <summary>
/// Computes the fingerprint of a shell from everything that decides its bytes: sources, signatures, our compiler (by the identity of its assembly)
/// and the request. It leaves out the Java compiler, because reading its version would start a JVM; provenance records the version.
/// </summary>
internal static class ShellFingerprint
{
    private const string Recipe = "android-shell 1";

    public static string Compute(AndroidShellRequest request, IEnumerable<ShellSource> sources) =>
        OfRecipe($"{Recipe} {typeof(DexCompiler).Module.ModuleVersionId:N} minSdk {request.MinSdk} debug {request.Debug}", sources);

    /// <summary>Returns the fingerprint of a shell that is compiled from sources as the recipe describes.</summary>
    public static string OfRecipe(string recipe, IEnumerable<ShellSource> sources)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Encoding.UTF8.GetBytes(recipe));
        foreach (var source in sources)
        {
            Append(hash, Encoding.UTF8.GetBytes(source.Name));
            Append(hash, source.Content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Appends each part with its length before it, so that two different lists of parts never result in the same bytes.</summary>
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
