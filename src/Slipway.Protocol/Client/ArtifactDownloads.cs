using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Client;

/// <summary>Downloads what builds made: under a temporary name, on from where the connection broke, and checked against its hash.</summary>
/// <param name="connection">The service.</param>
/// <param name="retries">Tries again.</param>
public sealed class ArtifactDownloads(ServiceConnection connection, Retries retries)
{
    private const int BufferSize = 128 * 1024;

    // More than any package or archive of the formats that builds make can have.
    private const long Largest = 4L << 30;

    // A file system takes 255 bytes, some of which the temporary name needs.
    private const int LongestName = 200;

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    // What builds make. Another name could be that of a file that programs obey, such as package.json.
    private static readonly string[] Endings = [".apk", ".aab", ".ipa", ".zip", ".log", ".txt"];

    /// <summary>Downloads an artifact; a file of its name is replaced at once, or not at all.</summary>
    /// <param name="artifact">The artifact.</param>
    /// <param name="folder">Where it goes; made when missing.</param>
    /// <param name="moved">Told how many bytes have come.</param>
    /// <param name="cancellation">Gives up, and leaves nothing behind.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ProblemException">The service is out of reach, or what came is damaged.</exception>
    public async Task<string> DownloadAsync(ArtifactDescription artifact, string folder, Action<long> moved, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, PlainName(artifact));
        if (artifact.Size is < 0 or > Largest)
            throw Strange("A file in the answer has an impossible size.");
        Directory.CreateDirectory(folder);
        using var download = new AtomicFile(path);
        await retries.RunAsync(
            connection,
            async () =>
            {
                await using var file = new FileStream(download.TemporaryPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
                await ContinueAsync(artifact, file, moved, cancellation);
                return await CheckAsync(artifact, file, cancellation);
            },
            cancellation);
        download.Commit();
        return path;
    }

    private async Task ContinueAsync(ArtifactDescription artifact, FileStream file, Action<long> moved, CancellationToken cancellation)
    {
        file.Position = file.Length;
        if (file.Length == artifact.Size)
            return;
        using var message = new HttpRequestMessage(HttpMethod.Get, AddressOf(artifact));
        // Packages are packed already.
        message.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        if (file.Length > 0)
            message.Headers.Range = new RangeHeaderValue(file.Length, null);
        using var answer = await connection.SendAsync(message, cancellation, signed: true);
        if (answer.StatusCode != HttpStatusCode.PartialContent || answer.Content.Headers.ContentRange?.From != file.Length)
            file.SetLength(0);
        await using var body = await connection.ReadAsync(answer, Silence, cancellation);
        var buffer = new byte[BufferSize];
        for (int count; (count = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (file.Length + count > artifact.Size)
                throw Damaged(artifact, file);
            await file.WriteAsync(buffer.AsMemory(0, count), cancellation);
            moved(count);
        }
    }

    private static async Task<bool> CheckAsync(ArtifactDescription artifact, FileStream file, CancellationToken cancellation)
    {
        file.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
        file.Flush(flushToDisk: true);
        return file.Length == artifact.Size && hash == artifact.Sha256 ? true : throw Damaged(artifact, file);
    }

    // What is wrong is not gone on with.
    private static ProblemException Damaged(ArtifactDescription artifact, FileStream file)
    {
        var length = file.Length;
        if (length >= artifact.Size)
            file.SetLength(0);
        return new ProblemException(NetworkProblems.Damaged.At(artifact.Name, $"{length} of {artifact.Size} bytes came, or others than those that were announced."));
    }

    // The service may name the address that phones use. From here it is reached by the one that everything else goes to: in a
    // locked-down network there is no other way, and no answer can send this machine elsewhere.
    private Uri AddressOf(ArtifactDescription artifact) =>
        Uri.TryCreate(connection.Server, artifact.Url, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        // A path may begin with two slashes, after which a host comes where it is read as part of another address.
        && Uri.TryCreate(connection.Server.GetLeftPart(UriPartial.Authority) + address.PathAndQuery, UriKind.Absolute, out var here)
            ? here
            : throw Strange("An address in the answer is none.");

    // The name comes from the other side: it must not lead to another folder.
    private string PlainName(ArtifactDescription artifact) =>
        artifact.Name.Length > 0 && Encoding.UTF8.GetByteCount(artifact.Name) <= LongestName && artifact.Name[0] != '.'
        && !artifact.Name.Any(c => c == '/' || c == '\\' || char.IsControl(c)) && Endings.Contains(Path.GetExtension(artifact.Name), StringComparer.OrdinalIgnoreCase)
            ? artifact.Name
            : throw Strange("A name in the answer is not the name of a file that builds make.");

    private ProblemException Strange(string what) => new(NetworkProblems.NotSlipway.At(NetworkFaults.HostOf(connection.Server), what));
}
