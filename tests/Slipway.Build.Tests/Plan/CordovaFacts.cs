namespace Slipway.Build.Tests.Plan;

/// <summary>What a config.xml makes of an Android app, as far as both Cordova and we say it.</summary>
internal sealed record CordovaFacts(
    string Id,
    string Name,
    string VersionName,
    int VersionCode,
    int MinSdk,
    string? Orientation,
    string Start,
    string Permissions,
    string? LargeHeap,
    string? UsesCleartextTraffic,
    string? MetaData);
