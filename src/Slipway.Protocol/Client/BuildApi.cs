using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Client;

/// <summary>Calls that list, show, follow, cancel and retry builds.</summary>
/// <param name="connection">Connection to the service.</param>
public sealed class BuildApi(ServiceConnection connection)
{
    private const int PartLength = 4096;

    /// <summary>Returns builds, the newest first.</summary>
    public Task<Page<BuildDescription>> ListAsync(BuildSearch search, CancellationToken cancellation) =>
        connection.JsonAsync(new HttpRequestMessage(HttpMethod.Get, "/api/v1/builds?" + search.Query), WireJson.Default.PageBuildDescription, cancellation);

    /// <summary>Reads the log up to now, as text.</summary>
    /// <param name="key">The build.</param>
    /// <param name="tell">Receives each part as it arrives.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task LogAsync(Guid key, Action<string> tell, CancellationToken cancellation)
    {
        using var answer = await connection.SendAsync(new HttpRequestMessage(HttpMethod.Get, Address(key) + "/log"), cancellation);
        using var text = new StreamReader(await connection.ReadAsync(answer, EventConnection.Silence, cancellation));
        var part = new char[PartLength];
        var kept = 0;
        for (int count; (count = await text.ReadAsync(part.AsMemory(kept), cancellation)) > 0;)
        {
            // Half of a surrogate pair at the end of a part belongs to the next part.
            var length = kept + count;
            kept = char.IsHighSurrogate(part[length - 1]) ? 1 : 0;
            tell(new string(part, 0, length - kept));
            part[0] = part[length - 1];
        }
    }

    /// <summary>Returns one build.</summary>
    public Task<BuildDescription> ShowAsync(Guid key, CancellationToken cancellation) =>
        connection.JsonAsync(new HttpRequestMessage(HttpMethod.Get, Address(key)), WireJson.Default.BuildDescription, cancellation);

    /// <summary>Cancels a build; cancelling twice does no harm.</summary>
    public Task<BuildDescription> CancelAsync(Guid key, CancellationToken cancellation) =>
        connection.JsonAsync(new HttpRequestMessage(HttpMethod.Post, Address(key) + "/cancel"), WireJson.Default.BuildDescription, cancellation);

    /// <summary>Runs a build again, as a new build.</summary>
    public Task<BuildDescription> RetryAsync(Guid key, CancellationToken cancellation) =>
        connection.JsonAsync(new HttpRequestMessage(HttpMethod.Post, Address(key) + "/retry"), WireJson.Default.BuildDescription, cancellation);

    /// <summary>Returns valid install links, the newest first: a hundred at most.</summary>
    /// <param name="build">Only links to this build; null for those to all builds.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<IReadOnlyList<InstallLinkDescription>> LinksAsync(Guid? build, CancellationToken cancellation) => (await connection.JsonAsync(
        new HttpRequestMessage(HttpMethod.Get, "/api/v1/install-links?limit=100" + (build is { } key ? $"&build={key}" : "")), WireJson.Default.PageInstallLinkDescription, cancellation)).Results;

    /// <summary>Withdraws an install link, or all links to the artifacts of a build.</summary>
    /// <param name="id">Id of the link or of the build.</param>
    /// <param name="allOfBuild">Whether <paramref name="id"/> names a build.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task WithdrawAsync(Guid id, bool allOfBuild, CancellationToken cancellation)
    {
        using var answer = await connection.SendAsync(
            new HttpRequestMessage(HttpMethod.Delete, allOfBuild ? Address(id) + "/install-links" : $"/api/v1/install-links/{id}"), cancellation);
    }

    /// <summary>Returns the events of a build after a given message, until the connection ends.</summary>
    /// <param name="key">The build.</param>
    /// <param name="after">Number of the last message that was received; 0 for all.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async IAsyncEnumerable<BuildEvent> EventsAsync(Guid key, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, Address(key) + "/events");
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(EventReader.MediaType));
        if (after > 0)
            message.Headers.Add("Last-Event-ID", after.ToString(CultureInfo.InvariantCulture));
        var answer = await connection.SendAsync(message, cancellation);
        if (answer.Content.Headers.ContentType?.MediaType != EventReader.MediaType)
        {
            using (answer)
                throw new ProblemException(RefusedAnswer.NotSlipway(answer, connection.Service));
        }

        await foreach (var news in EventConnection.ReadAsync(connection, answer, cancellation))
            yield return news;
    }

    private static string Address(Guid key) => $"/api/v1/builds/{key}";
}

/// <summary>A filter for builds; null matches all.</summary>
/// <param name="Application">Name or key of the application.</param>
/// <param name="Environment">Name or key of the environment.</param>
/// <param name="Platform">Android or iOS.</param>
/// <param name="Status">Status of the builds.</param>
/// <param name="Limit">Maximum number of builds.</param>
public sealed record BuildSearch(string? Application, string? Environment, string? Platform, string? Status, int Limit)
{
    internal string Query => string.Join('&', Parts());

    private IEnumerable<string> Parts()
    {
        yield return $"limit={Limit}";
        foreach (var (name, value) in new[] { ("application", Application), ("environment", Environment), ("platform", Platform), ("status", Status) })
        {
            if (value is not null)
                yield return $"{name}={Uri.EscapeDataString(value)}";
        }
    }
}
