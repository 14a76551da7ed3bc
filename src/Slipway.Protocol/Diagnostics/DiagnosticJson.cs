using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Protocol.Diagnostics;

/// <summary>Serializers of the diagnostic endpoints' types.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EchoAnswer))]
[JsonSerializable(typeof(EchoStatement))]
[JsonSerializable(typeof(UploadAnswer))]
public sealed partial class DiagnosticJson : JsonSerializerContext;
