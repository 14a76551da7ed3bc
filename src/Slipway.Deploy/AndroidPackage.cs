namespace Slipway.Deploy;

/// <summary>What the installation page shows about an Android package.</summary>
/// <param name="Name">Name under the icon.</param>
/// <param name="Id">Application id.</param>
/// <param name="VersionName">Version shown to users.</param>
/// <param name="VersionCode">Version code, which devices compare.</param>
public sealed record AndroidPackage(string Name, string Id, string VersionName, string VersionCode);
