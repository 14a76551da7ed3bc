using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Slipway.Protocol.Text;

/// <summary>Reads JSON of somebody who may mean harm: what is read has no null where the type has none, in lists neither.</summary>
public static class UntrustedJson
{
    // The depth that JSON is read to, and the bits of a number.
    private const int Deepest = 64;

    /// <summary>Reads a value.</summary>
    /// <param name="json">The text, in UTF-8.</param>
    /// <param name="type">What is expected.</param>
    /// <exception cref="JsonException">It is something else.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
    {
        RefuseNullsInLists(json);
        return JsonSerializer.Deserialize(json, type) ?? throw new JsonException("The value is null.");
    }

    // The reader minds null in members, but not in lists.
    private static void RefuseNullsInLists(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Deepest });
        var isList = 0UL;
        while (reader.Read())
        {
            var bit = 1UL << (reader.CurrentDepth % Deepest);
            if (reader.TokenType == JsonTokenType.StartArray)
                isList |= bit;
            else if (reader.TokenType == JsonTokenType.StartObject)
                isList &= ~bit;
            else if (reader.TokenType == JsonTokenType.Null && reader.CurrentDepth > 0 && (isList & (1UL << (reader.CurrentDepth - 1))) != 0)
                throw new JsonException($"There is null in a list, at byte {reader.TokenStartIndex}.");
        }
    }
}
