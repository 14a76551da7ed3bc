using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Protocol.Gateways;

/// <summary>Readers and writers of what gateways and the service say to each other.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(BuilderHosts))]
[JsonSerializable(typeof(JwsHeader))]
[JsonSerializable(typeof(ServerIdentity))]
[JsonSerializable(typeof(EnrolmentRequest))]
[JsonSerializable(typeof(EnrolmentAnswer))]
[JsonSerializable(typeof(EnrolmentCode))]
public sealed partial class GatewayJson : JsonSerializerContext;
