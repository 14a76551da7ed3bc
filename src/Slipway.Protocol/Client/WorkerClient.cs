using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;

namespace Slipway.Protocol.Client;

/// <summary>
/// The service as a worker sees it. Every call throws <see cref="ServiceUnavailableException"/> if a retry may succeed,
/// <see cref="LeaseLostException"/> if the worker has lost the lease of the build, and <see cref="ProblemException"/> if the
/// service refuses.
/// </summary>
/// <param name="connection">Connection with address and token. Its idle timeout also applies while a response is read.</param>
public sealed class WorkerClient(ServiceConnection connection)
{
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Stored = TimeSpan.FromMinutes(2);

    /// <summary>Registers the worker.</summary>
    public Task<WorkerWelcome> RegisterAsync(WorkerRegistration registration, CancellationToken cancellation) =>
        PostAsync("api/v1/workers", registration, WorkerJson.Default.WorkerRegistration, WorkerJson.Default.WorkerWelcome, cancellation);

    /// <summary>Unregisters the worker.</summary>
    public async Task LeaveAsync(Guid worker, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"api/v1/workers/{worker}");
        using var answer = await SendAsync(request, Answer, cancellation);
    }

    /// <summary>Waits for a build; returns null if there was none.</summary>
    /// <param name="worker">The id from the registration.</param>
    /// <param name="wait">How long the service holds the request open.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<WorkerJob?> ClaimAsync(Guid worker, TimeSpan wait, CancellationToken cancellation)
    {
        using var request = Post($"api/v1/workers/{worker}/claim", new ClaimRequest((int)wait.TotalSeconds), WorkerJson.Default.ClaimRequest);
        using var answer = await SendAsync(request, wait + Answer, cancellation);
        return answer.StatusCode == HttpStatusCode.NoContent ? null : await ReadAsync(answer, WorkerJson.Default.WorkerJob, cancellation);
    }

    /// <summary>Renews the lease of a build.</summary>
    public async Task<LeaseAnswer> RenewAsync(Guid build, int attempt, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Lease(build, attempt, "renew"));
        using var answer = await SendAsync(request, Answer, cancellation);
        return await ReadAsync(answer, WorkerJson.Default.LeaseAnswer, cancellation);
    }

    /// <summary>Reports status and log lines of a build.</summary>
    public Task<LeaseAnswer> ReportAsync(Guid build, int attempt, MessageBatch batch, CancellationToken cancellation) =>
        PostAsync(Lease(build, attempt, "messages"), batch, WorkerJson.Default.MessageBatch, WorkerJson.Default.LeaseAnswer, cancellation);

    /// <summary>Opens a pack of blobs; hashes that the service does not have are left out.</summary>
    /// <returns>The pack; reading it throws <see cref="ServiceUnavailableException"/> if it breaks off or the idle timeout expires.</returns>
    public async Task<Stream> GetBlobsAsync(Guid build, int attempt, IReadOnlyCollection<string> hashes, CancellationToken cancellation)
    {
        using var request = Post(Lease(build, attempt, "blobs"), hashes, WorkerJson.Default.IReadOnlyCollectionString);
        var answer = await SendAsync(request, Stored, cancellation);
        return new WatchedStream(await answer.Content.ReadAsStreamAsync(cancellation), connection.Patience, e => Unavailable(connection.Describe(e), e));
    }

    /// <summary>Uploads an artifact of a build. Repeating the upload does no harm.</summary>
    /// <param name="build">The build.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="artifact">Description of the artifact.</param>
    /// <param name="content">The artifact, positioned at its beginning.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task UploadAsync(Guid build, int attempt, CompletedArtifact artifact, Stream content, CancellationToken cancellation)
    {
        using var body = new BlobContent(content, artifact.Size);
        using var request = new HttpRequestMessage(HttpMethod.Put, Lease(build, attempt, $"artifacts/{artifact.Kind}/{Uri.EscapeDataString(artifact.Name)}")) { Content = body };
        request.Headers.Add("X-Sha256", artifact.Sha256);
        using var answer = await SendAsync(request, Stored, cancellation);
    }

    /// <summary>Completes a build, which makes the uploaded artifacts visible.</summary>
    public Task CompleteAsync(Guid build, int attempt, CompleteRequest result, CancellationToken cancellation) =>
        PostAsync(Lease(build, attempt, "complete"), result, WorkerJson.Default.CompleteRequest, cancellation);

    /// <summary>Fails a build.</summary>
    public Task FailAsync(Guid build, int attempt, FailRequest failure, CancellationToken cancellation) =>
        PostAsync(Lease(build, attempt, "fail"), failure, WorkerJson.Default.FailRequest, cancellation);

    private static string Lease(Guid build, int attempt, string rest) => $"api/v1/leases/{build}/{attempt}/{rest}";

    private static HttpRequestMessage Post<T>(string address, T body, JsonTypeInfo<T> type) =>
        new(HttpMethod.Post, address) { Content = JsonContent.Create(body, type) };

    private static ServiceUnavailableException Unavailable(Problem problem, Exception inner, TimeSpan? retryAfter = null) =>
        new($"{problem.Code} {problem.Where}: {problem.Message}", retryAfter, inner);

    // A response that is not Slipway's is final; any other failure may pass.
    private async Task<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        try
        {
            return await connection.JsonAsync(answer, type, cancellation);
        }
        catch (ProblemException e) when (e.Problems[0].Kind != NetworkProblems.NotSlipway)
        {
            throw Unavailable(e.Problems[0], e);
        }
    }

    private async Task PostAsync<T>(string address, T body, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        using var request = Post(address, body, type);
        using var answer = await SendAsync(request, Answer, cancellation);
    }

    private async Task<TAnswer> PostAsync<T, TAnswer>(string address, T body, JsonTypeInfo<T> type, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellation)
    {
        using var request = Post(address, body, type);
        using var answer = await SendAsync(request, Answer, cancellation);
        return await ReadAsync(answer, answerType, cancellation);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, TimeSpan limit, CancellationToken cancellation)
    {
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        await connection.IntroduceAsync(request, cancellation);
        HttpResponseMessage answer;
        try
        {
            answer = await connection.AskAsync(request, limit, cancellation);
        }
        catch (ProblemException e) when (e.Problems[0].Kind != NetworkProblems.ProxySetting)
        {
            throw Unavailable(e.Problems[0], e);
        }

        if (answer.IsSuccessStatusCode)
            return answer;
        using (answer)
            throw await RefusalAsync(answer, cancellation);
    }

    private async Task<Exception> RefusalAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (answer.StatusCode == HttpStatusCode.Conflict)
            return new LeaseLostException();
        var refusal = await connection.RefusalAsync(answer, cancellation);
        return (int)answer.StatusCode >= 500 || answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout
            ? Unavailable(refusal.Problems[0], refusal, answer.Headers.RetryAfter?.Delta)
            : refusal;
    }
}
