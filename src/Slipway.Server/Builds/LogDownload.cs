using System.Text;
using Microsoft.AspNetCore.Http;

namespace Slipway.Server.Builds;

/// <summary>Sends a log as a text file: one line for each message, with the time at which it arrived.</summary>
internal sealed class LogDownload(BuildStore store)
{
    private const int LinesAtOnce = 1000;

    /// <summary>Writes the current log.</summary>
    public async Task WriteAsync(HttpContext context, BuildRow build)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{build.Key}.log\"";
        var after = 0L;
        while (await store.MessagesAsync(build.Key, after, LinesAtOnce, context.RequestAborted) is { Count: > 0 } lines)
        {
            await context.Response.WriteAsync(Text(lines), context.RequestAborted);
            after = lines[^1].Seq;
        }
    }

    private static string Text(IReadOnlyList<MessageRow> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
            text.Append($"{DatabaseTime.Of(line.At):yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {line.Severity,-7} {Prefixed(line.Stage)}{Prefixed(line.Code)}{line.Message}\n");
        return text.ToString();
    }

    private static string Prefixed(string? word) => word is null ? "" : word + " ";
}
