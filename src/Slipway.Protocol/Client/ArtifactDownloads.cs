using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Client;

/// <summary>Downloads artifacts of builds: to a temporary file, resuming after a broken connection, and checking the hash at the end.</summary>
/// <param name="connection">Connection to the service.</param>
/// <param name="retries">Retries calls after failures that pass.</param>
public sealed class ArtifactDownloads(ServiceConnection connection, RetryPolicy retries)
{
    private const int BufferSize = 128 * 1024;

    // Larger than any package of the formats that builds make.
    private const long Largest = 4L << 30;

    // Linux file systems limit a name to 255 bytes, and the temporary name needs some of them.
    private const int LongestName = 200;

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    // Extensions of artifacts. A file with another name could be one that programs obey, such as package.json.
    private static readonly string[] Endings = [".apk", ".aab", ".ipa", ".zip", ".log", ".txt"];

    /// <summary>Downloads an artifact. The file replaces one of the same name only when it is complete.</summary>
    /// <param name="artifact">The artifact.</param>
    /// <param name="folder">Target folder; created if it is missing.</param>
    /// <param name="moved">Receives the number of bytes of each read.</param>
    /// <param name="cancellation">Cancels the download and removes the temporary file.</param>
    /// <returns>Path of the file.</returns>
    /// <exception cref="ProblemException">The service is unreachable, or the download is damaged.</exception>
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
        // Packages are already compressed.
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

    // Do not resume a damaged download.
    private static ProblemException Damaged(ArtifactDescription artifact, FileStream file)
    {
        var length = file.Length;
        if (length >= artifact.Size)
            file.SetLength(0);
        return new ProblemException(NetworkProblems.Damaged.At(artifact.Name, $"The download has {length} of {artifact.Size} bytes, or the wrong hash."));
    }

    // The service may name the address that phones use. From here, the host of the connection is used instead: in a locked-down
    // network it is the only one that can be reached, and no answer can send this machine to another host.
    private Uri AddressOf(ArtifactDescription artifact) =>
        Uri.TryCreate(connection.Service, artifact.Url, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        // A path that begins with two slashes would be read as a host followed by a path.
        && Uri.TryCreate(connection.Service.GetLeftPart(UriPartial.Authority) + address.PathAndQuery, UriKind.Absolute, out var here)
            ? here
            : throw Strange("The answer contains a malformed address.");

    // The name comes from the service: it must not lead to another folder.
    private string PlainName(ArtifactDescription artifact) =>
        artifact.Name.Length > 0 && Encoding.UTF8.GetByteCount(artifact.Name) <= LongestName && artifact.Name[0] != '.'
        && !artifact.Name.Any(c => c == '/' || c == '\\' || char.IsControl(c)) && Endings.Contains(Path.GetExtension(artifact.Name), StringComparer.OrdinalIgnoreCase)
            ? artifact.Name
            : throw Strange("The answer contains a name that no artifact can have.");

    private ProblemException Strange(string what) => new(NetworkProblems.NotSlipway.At(NetworkFaults.HostOf(connection.Service), what));
}
