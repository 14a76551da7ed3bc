using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Slipway.Server.Requests;

/// <summary>Reads JSON of requests strictly: anything that the description does not allow is refused, so that no check meets an unexpected value.</summary>
internal static class RequestJson
{
    /// <summary>Makes a reader strict.</summary>
    public static void Configure(JsonSerializerOptions json)
    {
        json.Converters.Add(new StrictEnumConverter());
        json.NumberHandling = JsonNumberHandling.Strict;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.AllowDuplicateProperties = false;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.TypeInfoResolver = (json.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RefuseNulls);
    }

    // The reader refuses null in members, but not in lists and dictionaries, where no request needs it.
    private static void RefuseNulls(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable)
            type.OnDeserialized = list => Check((IEnumerable)list);
        else if (type.Kind == JsonTypeInfoKind.Dictionary)
            type.OnDeserialized = dictionary => Check(((IDictionary)dictionary).Values);
    }

    private static void Check(IEnumerable values)
    {
        var position = 0;
        foreach (var value in values)
        {
            position++;
            if (value is null)
                throw new JsonException($"Entry {position} of the list is null.");
        }
    }
}
