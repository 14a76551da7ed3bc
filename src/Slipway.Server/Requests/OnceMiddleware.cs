using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;

namespace Slipway.Server.Requests;

/// <summary>
/// Answers a request with an Idempotency-Key as it was answered the first time. The answer is remembered after the change, not
/// with it; what must never happen twice, such as a launch, uses <see cref="OnceStore"/> in its own transaction instead.
/// </summary>
internal sealed class OnceMiddleware(RequestDelegate next, OnceStore store)
{
    private const string Replayed = "Idempotency-Replayed";
    private const long LargestBody = 1 << 20;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Once>() is not { } once || OnceKey.Of(context.Request) is not { } key)
        {
            await next(context);
            return;
        }

        var body = await ReadAsync(context);
        var request = new OnceKey(context.Caller().Organisation, once.Operation, key, Hash(context.Request, body));
        var before = await store.BeginAsync(request, context.RequestAborted);
        if (before is null)
            await RunAsync(context, request);
        else if (before.Status == OnceStore.Running)
            throw new ProblemException(ServerProblems.StillRunning.At(OnceKey.Header, "The first request with this key has not been answered yet."));
        else
            await ReplayAsync(context, before);
    }

    private async Task RunAsync(HttpContext context, OnceKey request)
    {
        var answer = context.Response.Body;
        using var copy = new MemoryStream();
        var remembered = false;
        try
        {
            context.Response.Body = copy;
            await next(context);
            if (context.Response.StatusCode < StatusCodes.Status500InternalServerError)
            {
                await store.EndAsync(request, context.Response.StatusCode, $"{context.Response.ContentType}\n{Encoding.UTF8.GetString(copy.GetBuffer(), 0, (int)copy.Length)}");
                remembered = true;
            }
        }
        finally
        {
            context.Response.Body = answer;
            if (!remembered)
                await store.ForgetAsync(request);
        }

        copy.Position = 0;
        await copy.CopyToAsync(answer, context.RequestAborted);
    }

    private static async Task ReplayAsync(HttpContext context, OnceAnswer before)
    {
        var parts = before.Response.Split('\n', 2);
        context.Response.StatusCode = (int)before.Status;
        context.Response.Headers[Replayed] = "true";
        if (parts[0].Length > 0)
            context.Response.ContentType = parts[0];
        await context.Response.WriteAsync(parts[1], context.RequestAborted);
    }

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
