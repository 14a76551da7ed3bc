using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Protocol.Access;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Launches;

namespace Slipway.Protocol.Client;

/// <summary>Serializers of the API's types, generated at compile time: reflection would slow down a short command.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LaunchRequest))]
[JsonSerializable(typeof(LaunchAnswer))]
[JsonSerializable(typeof(BuildDescription))]
[JsonSerializable(typeof(BuildMessage))]
[JsonSerializable(typeof(StatusChange))]
[JsonSerializable(typeof(Page<BuildDescription>))]
[JsonSerializable(typeof(Page<InstallLinkDescription>))]
[JsonSerializable(typeof(LoginSession))]
[JsonSerializable(typeof(SessionRequest))]
[JsonSerializable(typeof(NewCredential))]
[JsonSerializable(typeof(CredentialDescription))]
[JsonSerializable(typeof(IReadOnlyList<CredentialDescription>))]
[JsonSerializable(typeof(ProblemDocument))]
internal sealed partial class WireJson : JsonSerializerContext;
