using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Server.Contract;

/// <summary>Reads values of enumerations by their names in any case, because generated clients write names in the style of their language.</summary>
internal sealed class EnumParameterConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(EnumParameter<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Of<T> : JsonConverter<EnumParameter<T>>
        where T : struct, Enum
    {
        public override EnumParameter<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && EnumParameter<T>.TryParse(reader.GetString(), out var named) ? named : throw new JsonException($"There is no such {typeof(T).Name}.");

        public override void Write(Utf8JsonWriter writer, EnumParameter<T> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.Value, options);
    }
}
