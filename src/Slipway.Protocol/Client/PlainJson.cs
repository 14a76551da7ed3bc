using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Slipway.Protocol.Client;

/// <summary>A JSON body with passwords. It is never compressed, because the compressed length would reveal something about its content.</summary>
internal static class PlainJson
{
    public static ByteArrayContent Create<T>(T value, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
