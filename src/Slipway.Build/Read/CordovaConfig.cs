using Slipway.Build.Problems;

namespace Slipway.Build.Read;

/// <summary>What a config.xml says that matters for Android.</summary>
public sealed record CordovaConfig
{
    /// <summary>android-packageName, or else the id of the widget.</summary>
    public Setting? Id { get; init; }

    /// <summary>The version of the widget.</summary>
    public Setting? Version { get; init; }

    /// <summary>android-versionCode.</summary>
    public Setting? VersionCode { get; init; }

    /// <summary>The text of name.</summary>
    public Setting? Name { get; init; }

    /// <summary>The attribute short of name.</summary>
    public Setting? ShortName { get; init; }

    /// <summary>The start page.</summary>
    public Setting? Content { get; init; }

    /// <summary>Icons that are not for another platform.</summary>
    public required IReadOnlyList<CordovaIcon> Icons { get; init; }

    /// <summary>Permissions that the file adds to the manifest.</summary>
    public IReadOnlyList<Setting> Permissions { get; init; } = [];

    /// <summary>By name in lower case; those of the platform win over the general ones.</summary>
    public required IReadOnlyDictionary<string, Setting> Preferences { get; init; }

    /// <summary>What the file says and this build does not heed.</summary>
    public required IReadOnlyList<Problem> Ignored { get; init; }
}
