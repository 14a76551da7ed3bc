namespace Slipway.Build.Inspect;

/// <summary>A part of an app that the system can start.</summary>
/// <param name="Kind">activity, activity-alias, service, receiver or provider.</param>
/// <param name="Name">Its class.</param>
/// <param name="Exported">Whether other apps may start it; null when the manifest does not say.</param>
public sealed record AppComponent(string Kind, string Name, bool? Exported);
