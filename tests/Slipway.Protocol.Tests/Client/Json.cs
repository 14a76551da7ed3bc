using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Slipway.Protocol.Tests.Client;

/// <summary>Answers of a stub, written as the service writes its own.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static Task WriteAsync<T>(HttpContext context, T value)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(JsonSerializer.Serialize(value, Options));
    }

    public static async Task SendAsync<T>(HttpContext context, string kind, T value)
    {
        if (!context.Response.HasStarted)
            context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync($"event: {kind}\ndata: {JsonSerializer.Serialize(value, Options)}\n\n");
        await context.Response.Body.FlushAsync();
    }

    public static async Task<T> ReadAsync<T>(Stream body) => (await JsonSerializer.DeserializeAsync<T>(body, Options))!;
}
