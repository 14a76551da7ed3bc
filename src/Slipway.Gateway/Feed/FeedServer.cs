using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Slipway.Firewall.Feed;
using Slipway.Gateway.Relay;
using Slipway.Listening;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Feed;

/// <summary>Serves the lists that <c>slipway firewall watch</c> maintains to devices that fetch them, with signed URLs, entity tags and pages.</summary>
public sealed class FeedServer : IAsyncDisposable
{
    private const int MostBytes = 8 << 20;
    private const int MostLines = 1_000_000;

    private readonly WebApplication _app;

    private FeedServer(WebApplication app) => _app = app;

    /// <summary>The address where it listens.</summary>
    public string Address => _app.Urls.First();

    /// <summary>Starts the server.</summary>
    /// <param name="files">The lists. Each is served under its name and read again for each request.</param>
    /// <param name="listen">The address to listen at.</param>
    /// <param name="certificate">The certificate for https; null for http.</param>
    /// <param name="signature">Checks the signatures of URLs.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellation">Cancels the start.</param>
    /// <exception cref="ProblemException">The machine refuses the address.</exception>
    public static async Task<FeedServer> StartAsync(IReadOnlyList<string> files, IPEndPoint listen, X509Certificate2? certificate, FeedSignature signature,
        TimeProvider clock, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Listen(listen, options =>
            {
                options.Protocols = HttpProtocols.Http1;
                if (certificate is not null)
                    options.UseHttps(certificate);
            });
        });
        builder.Services.AddSingleton<IHostLifetime, CallerLifetime>();
        var app = builder.Build();
        var paths = files.ToDictionary(file => "/" + Path.GetFileName(file), StringComparer.Ordinal);
        app.Run(context => AnswerAsync(context, paths, signature, clock));
        await RelayServer.StartAsync(app, listen.ToString(), cancellation);
        return new FeedServer(app);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // A client without permission must not learn which lists exist.
    private static async Task AnswerAsync(HttpContext context, Dictionary<string, string> paths, FeedSignature signature, TimeProvider clock)
    {
        var (request, path) = (context.Request, context.Request.Path.Value ?? "");
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, "A list is read with GET.");
        }
        else if (!signature.Permits(path, request.Query["expires"], request.Query["signature"], clock.GetUtcNow()) || !paths.TryGetValue(path, out var file))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden,
                "The address is not signed for this list, or has expired. slipway firewall feed prints new ones.");
        }
        else if (!TryNumber(request.Query["page"], 1, 1, out var page) || !TryNumber(request.Query["size"], 0, 1, out var size))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "page and size are numbers from 1.");
        }
        else
        {
            await SendAsync(context, file, page, size);
        }
    }

    private static async Task SendAsync(HttpContext context, string file, int number, int size)
    {
        if (await ReadAsync(file, context.RequestAborted) is not { } text)
        {
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "The list cannot be read at the moment. Keep the previous one.");
            return;
        }

        if (FeedPage.Of(text, number, size) is not { } page)
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "There is no such page.");
            return;
        }

        var (content, headers) = (Encoding.UTF8.GetBytes(page.Text), context.Response.Headers);
        headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"";
        headers.CacheControl = "private, no-cache";
        headers["Slipway-Pages"] = page.Count.ToString(CultureInfo.InvariantCulture);
        if (page.Number < page.Count)
            headers.Link = $"<{Next(context.Request, page.Number + 1)}>; rel=\"next\"";
        context.Response.StatusCode = context.Request.Headers.IfNoneMatch.Contains(headers.ETag.ToString())
            ? StatusCodes.Status304NotModified
            : StatusCodes.Status200OK;
        if (context.Response.StatusCode == StatusCodes.Status304NotModified)
            return;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.ContentLength = content.Length;
        if (HttpMethods.IsGet(context.Request.Method))
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    private static string Next(HttpRequest request, int page) =>
        $"{request.Path}?{string.Join('&', request.Query.Where(q => q.Key != "page").Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value.ToString())}"))}&page={page}";

    private static async Task<string?> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return new FileInfo(file).Length <= MostBytes ? await File.ReadAllTextAsync(file, cancellation) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool TryNumber(string? text, int otherwise, int least, out int number)
    {
        number = otherwise;
        return text is null || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= MostLines);
    }

    private static Task RefuseAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(reason + "\n", context.RequestAborted);
    }
}

/// <summary>A page of a list, for devices that read a limited number of lines.</summary>
/// <param name="Text">Its lines.</param>
/// <param name="Number">The number of the page, from 1.</param>
/// <param name="Count">The number of pages, at least one.</param>
public sealed record FeedPage(string Text, int Number, int Count)
{
    /// <summary>Returns a page of a text; null when there is no such page.</summary>
    /// <param name="text">All lines.</param>
    /// <param name="number">The number of the page, from 1.</param>
    /// <param name="size">The number of lines on a page; 0 for all.</param>
    public static FeedPage? Of(string text, int number, int size)
    {
        if (size == 0)
            return number == 1 ? new FeedPage(text, 1, 1) : null;
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var count = Math.Max(1, (lines.Length + size - 1) / size);
        return number >= 1 && number <= count
            ? new FeedPage(string.Concat(lines.Skip((number - 1) * size).Take(size).Select(line => line + "\n")), number, count)
            : null;
    }
}
