using System.Text.Json.Serialization;

namespace Slipway.Protocol.Launches;

/// <summary>In which form an app was given.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RevisionKind>))]
public enum RevisionKind
{
    /// <summary>Files of a folder.</summary>
    Folder,

    /// <summary>One file, a zip.</summary>
    Archive,
}
