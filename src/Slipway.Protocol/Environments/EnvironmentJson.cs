using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Protocol.Environments;

/// <summary>Serializers of the types for environments.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IReadOnlyList<EnvironmentDescription>))]
[JsonSerializable(typeof(LaunchCounts))]
public sealed partial class EnvironmentJson : JsonSerializerContext;
