using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Slipway.Protocol.Client;

/// <summary>A JSON body; a long one, such as a list of paths, is compressed.</summary>
internal static class CompressedJson
{
    private const int WorthIt = 1400;

    public static ByteArrayContent Create<T>(T value, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        var packs = json.Length > WorthIt;
        var content = new ByteArrayContent(packs ? Pack(json) : json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (packs)
            content.Headers.ContentEncoding.Add("br");
        return content;
    }

    private static byte[] Pack(byte[] json)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(json);
        return packed.ToArray();
    }
}
