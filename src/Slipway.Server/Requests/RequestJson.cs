using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Slipway.Protocol;

namespace Slipway.Server.Requests;

/// <summary>Reads JSON of requests strictly: anything that the description does not allow is refused, so that no check meets an unexpected value.</summary>
internal static class RequestJson
{
    /// <summary>Makes a reader strict.</summary>
    public static void Configure(JsonSerializerOptions json)
    {
        json.Converters.Add(new StrictEnumConverter());
        json.NumberHandling = JsonNumberHandling.Strict;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.AllowDuplicateProperties = false;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.TypeInfoResolver = (json.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RefuseNulls);
    }

    // The reader refuses null in members, but not in lists and dictionaries, where no request needs it.
    private static void RefuseNulls(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable)
            type.OnDeserialized = list => Check((IEnumerable)list);
        else if (type.Kind == JsonTypeInfoKind.Dictionary)
            type.OnDeserialized = dictionary => Check(((IDictionary)dictionary).Values);
    }

    private static void Check(IEnumerable values)
    {
        var position = 0;
        foreach (var value in values)
        {
            position++;
            if (value is null)
                throw new JsonException($"Entry {position} of the list is null.");
        }
    }
}

/// <summary>
/// Writes enumerations as the framework does, but reads only single names. The framework would combine two names with a comma
/// into a third value.
/// </summary>
internal sealed class StrictEnumConverter : JsonConverterFactory
{
    private static readonly JsonStringEnumConverter Names = new(namingPolicy: null, allowIntegerValues: false);

    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert), Names.CreateConverter(typeToConvert, options))!;

    private sealed class Of<T>(JsonConverter<T> writer) : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? Value(reader.GetString()) : throw Unknown();

        public override void Write(Utf8JsonWriter target, T value, JsonSerializerOptions options) => writer.Write(target, value, options);

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Value(reader.GetString());

        public override void WriteAsPropertyName(Utf8JsonWriter target, T value, JsonSerializerOptions options) => writer.WriteAsPropertyName(target, value, options);

        private static T Value(string? name) => EnumText.TryParse<T>(name, out var value) ? value : throw Unknown();

        private static JsonException Unknown() => new($"The values are {string.Join(", ", Enum.GetNames<T>())}.");
    }
}
