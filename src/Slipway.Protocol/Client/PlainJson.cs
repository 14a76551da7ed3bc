using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Slipway.Protocol.Client;

/// <summary>JSON as a body. Passwords stand in it, so it is never packed: the length of what is packed tells about its content.</summary>
internal static class PlainJson
{
    public static ByteArrayContent Create<T>(T value, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
