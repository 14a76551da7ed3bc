using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Protocol.Workers;

namespace Slipway.Protocol.Client;

/// <summary>Serializers of the worker protocol's records, without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(WorkerRegistration))]
[JsonSerializable(typeof(WorkerWelcome))]
[JsonSerializable(typeof(ClaimRequest))]
[JsonSerializable(typeof(WorkerJob))]
[JsonSerializable(typeof(LeaseAnswer))]
[JsonSerializable(typeof(MessageBatch))]
[JsonSerializable(typeof(CompleteRequest))]
[JsonSerializable(typeof(FailRequest))]
[JsonSerializable(typeof(IReadOnlyCollection<string>))]
internal sealed partial class WorkerJson : JsonSerializerContext;
