using System.Text.Json;

namespace Slipway.Protocol.Tests;

/// <summary>What a record looks like on the wire. Others have written programs against it, so it stays as it is.</summary>
internal static class WireForm
{
    /// <summary>The value is written as this JSON, and read from it as the same.</summary>
    public static void Is<T>(string json, T value)
    {
        Assert.Equal(json, JsonSerializer.Serialize(value, JsonSerializerOptions.Web));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web), JsonSerializerOptions.Web));
    }
}
