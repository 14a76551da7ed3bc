using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Protocol;

namespace Slipway.Server.Requests;

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
