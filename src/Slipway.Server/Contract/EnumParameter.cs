using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Protocol;

namespace Slipway.Server.Contract;

/// <summary>
/// A value of an enumeration in a request, by its name in any case. By itself, the framework would accept numbers in a query, and
/// not every name of the contract.
/// </summary>
/// <param name="Value">The value.</param>
[JsonConverter(typeof(EnumParameterConverter))]
internal readonly record struct EnumParameter<T>(T Value)
    where T : struct, Enum
{
    public static bool TryParse([NotNullWhen(true)] string? text, out EnumParameter<T> named)
    {
        var known = EnumText.TryParse<T>(text, out var value);
        named = new EnumParameter<T>(value);
        return known;
    }
}

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
