using System.Text.Json.Serialization;

namespace Slipway.Worker.Pipe;

/// <summary>The messages as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, MaxDepth = 16,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ChildMessage))]
[JsonSerializable(typeof(HostMessage))]
internal sealed partial class PipeJson : JsonSerializerContext;
