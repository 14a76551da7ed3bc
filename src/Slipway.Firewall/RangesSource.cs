using System.Net;
using System.Net.Http.Headers;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Proxies;
using Slipway.Protocol.Text;

namespace Slipway.Firewall;

/// <summary>Reads the list from a file, or downloads it when it has changed.</summary>
/// <param name="location">A path or an https URL.</param>
/// <param name="client">Downloads the list from a URL.</param>
public sealed class RangesSource(string location, HttpClient client)
{
    /// <summary>The URL where Amazon publishes the list.</summary>
    public const string Published = "https://ip-ranges.amazonaws.com/ip-ranges.json";

    // Without the query and the user, because the URL of a feed may contain a signature or a login.
    private readonly string _place = PlainAddress.Of(location);
    private EntityTagHeaderValue? _known;
    private byte[]? _knownContent;

    /// <summary>Reads the list.</summary>
    /// <exception cref="ProblemException">The list is missing or invalid.</exception>
    public async Task<PublishedRanges> ReadAsync(CancellationToken cancellation) =>
        await ReadNewAsync(cancellation)
            ?? throw new ProblemException(FirewallProblems.NotDownloaded.At(_place, "The first answer was that nothing has changed."));

    /// <summary>Reads the list when it has changed since the last time.</summary>
    /// <returns>Null when nothing has changed.</returns>
    /// <exception cref="ProblemException">The list is missing or invalid.</exception>
    public async Task<PublishedRanges?> ReadNewAsync(CancellationToken cancellation)
    {
        var (content, tag) = IsAddress(location) ? await DownloadAsync(cancellation) : (await ReadFileAsync(cancellation), null);
        if (content is null || (_knownContent is not null && content.AsSpan().SequenceEqual(_knownContent)))
            return null;
        var ranges = IpRangesReader.Read(content, _place);
        (_known, _knownContent) = (tag, content);
        return ranges;
    }

    private static bool IsAddress(string location) =>
        location.StartsWith("https://", StringComparison.Ordinal)
        || (location.StartsWith("http://", StringComparison.Ordinal) && Uri.TryCreate(location, UriKind.Absolute, out var uri) && uri.IsLoopback);

    private async Task<byte[]> ReadFileAsync(CancellationToken cancellation)
    {
        try
        {
            // A device has no length and no end, so reading stops at a limit.
            await using var file = new FileStream(location, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
            var buffer = new byte[IpRangesReader.MaxBytes + 1];
            var count = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
            return count <= IpRangesReader.MaxBytes
                ? GivenText.ToUtf8(buffer[..count])
                : throw new ProblemException(FirewallProblems.RangesUnreadable.At(_place, $"It is larger than {IpRangesReader.MaxBytes >> 20} MiB."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ProblemException(FirewallProblems.RangesUnreadable.At(_place, "The file cannot be opened."), e);
        }
    }

    private async Task<(byte[]? Content, EntityTagHeaderValue? Tag)> DownloadAsync(CancellationToken cancellation)
    {
        if (!Uri.TryCreate(location, UriKind.Absolute, out var address))
            throw new ProblemException(FirewallProblems.NotDownloaded.At(_place, "This is not a URL."));
        // An invalid proxy variable is detected here.
        var proxy = ProxyEnvironment.OfThisProcess().For(address);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, location);
            if (_known is not null)
                request.Headers.IfNoneMatch.Add(_known);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
            if (response.StatusCode == HttpStatusCode.NotModified)
                return (null, _known);
            if (response.StatusCode != HttpStatusCode.OK)
                throw new ProblemException(FirewallProblems.NotDownloaded.At(_place, $"The answer was {(int)response.StatusCode}."));
            return (await response.Content.ReadAsByteArrayAsync(cancellation), response.Headers.ETag);
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ProblemException(FirewallProblems.NotDownloaded.At(_place,
                $"The answer did not arrive completely{(proxy is null ? "" : $" through the proxy {proxy.Place}")}."), e);
        }
    }
}
