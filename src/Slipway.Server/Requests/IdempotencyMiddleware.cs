using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;

namespace Slipway.Server.Requests;

/// <summary>
/// Answers a repeated request with an Idempotency-Key as the first one was answered. The answer is stored after the change, not
/// in the same transaction; operations that must never happen twice, such as launches, use <see cref="IdempotencyStore"/> in their own
/// transaction.
/// </summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next, IdempotencyStore store, TimeProvider time)
{
    private const string Replayed = "Idempotency-Replayed";
    private const long LargestBody = 1 << 20;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IdempotentOperation>() is not { } once || IdempotencyKey.Of(context.Request) is not { } key)
        {
            await next(context);
            return;
        }

        var body = await ReadAsync(context);
        var request = new IdempotencyKey(context.Caller().Organisation, once.Operation, key, Hash(context.Request, body));
        var claim = IdempotencyClaim.NewId();
        var before = await store.BeginAsync(request, claim, context.RequestAborted);
        if (before is null)
        {
            await RunAsync(context, request, claim);
            return;
        }

        if (before.Status == IdempotencyStore.Running)
            throw StillRunning();
        context.Response.Headers[Replayed] = "true";
        await IdempotentReply.Read(before.Response).SendAsync(context, (int)before.Status);
    }

    private async Task RunAsync(HttpContext context, IdempotencyKey request, string id)
    {
        var (answer, aborted) = (context.Response.Body, context.RequestAborted);
        using var copy = new MemoryStream();
        await using var claim = IdempotencyClaim.Hold(store, request, id, time, aborted);
        var remembered = false;
        try
        {
            context.Response.Body = copy;
            context.RequestAborted = claim.Token;
            await next(context);
            if (context.Response.StatusCode < StatusCodes.Status500InternalServerError)
            {
                var reply = IdempotentReply.Of(context.Response, Encoding.UTF8.GetString(copy.GetBuffer(), 0, (int)copy.Length));
                remembered = await store.EndAsync(request, id, context.Response.StatusCode, reply.Write());
            }
        }
        catch (OperationCanceledException) when (claim.IsLost)
        {
            throw StillRunning();
        }
        finally
        {
            (context.Response.Body, context.RequestAborted) = (answer, aborted);
            if (!remembered)
                await store.ForgetAsync(request, id);
        }

        copy.Position = 0;
        await copy.CopyToAsync(answer, context.RequestAborted);
    }

    private static ProblemException StillRunning() => new(ServiceProblems.StillRunning.At(IdempotencyKey.Header, "The first request with this key has not been answered yet."));

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        await using var bounded = new UnpackedStream(context.Request.Body, LargestBody);
        using var body = new MemoryStream();
        await bounded.CopyToAsync(body, context.RequestAborted);
        var bytes = body.ToArray();
        context.Request.Body = new MemoryStream(bytes);
        return bytes;
    }

    private static string Hash(HttpRequest request, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path}{request.QueryString}\n"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>A stored answer that can be sent again.</summary>
/// <param name="Headers">Its headers, such as Location and Content-Type.</param>
/// <param name="Body">The body.</param>
internal sealed record IdempotentReply(IReadOnlyDictionary<string, string> Headers, string Body)
{
    private static readonly string[] Kept = ["Content-Type", "Location", "ETag", "Cache-Control", "Retry-After"];

    /// <summary>Returns the answer that was just sent for a request.</summary>
    public static IdempotentReply Of(HttpResponse response, string body) =>
        new(Kept.Where(response.Headers.ContainsKey).ToDictionary(name => name, name => response.Headers[name].ToString(), StringComparer.Ordinal), body);

    /// <summary>Reads what <see cref="Write"/> wrote. Earlier versions wrote the content type, a line end, and the body.</summary>
    public static IdempotentReply Read(string text)
    {
        if (text.StartsWith('{'))
            return JsonSerializer.Deserialize<IdempotentReply>(text) ?? throw new InvalidDataException("An answer is empty.");
        var parts = text.Split('\n', 2);
        return new IdempotentReply(parts[0].Length > 0 ? new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = parts[0] } : new Dictionary<string, string>(StringComparer.Ordinal), parts[^1]);
    }

    /// <summary>Returns the answer as JSON for the database.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>Sends the answer.</summary>
    public async Task SendAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in Headers)
            context.Response.Headers[name] = value;
        await context.Response.WriteAsync(Body, context.RequestAborted);
    }
}
