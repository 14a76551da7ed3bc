using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Cli.Remote;

/// <summary>Reads and writes the file of services.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(KnownServiceList))]
internal sealed partial class KnownServiceJson : JsonSerializerContext;
