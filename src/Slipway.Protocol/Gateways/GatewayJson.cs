using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Protocol.Gateways;

/// <summary>Serializers of the types that gateways and the service exchange.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ServiceHosts))]
[JsonSerializable(typeof(JwsHeader))]
[JsonSerializable(typeof(MachineIdentity))]
[JsonSerializable(typeof(EnrolmentRequest))]
[JsonSerializable(typeof(EnrolmentAnswer))]
[JsonSerializable(typeof(EnrolmentCode))]
public sealed partial class GatewayJson : JsonSerializerContext;
