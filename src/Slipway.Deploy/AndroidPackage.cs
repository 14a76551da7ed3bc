namespace Slipway.Deploy;

/// <summary>What a page says about a package for Android.</summary>
/// <param name="Name">Name under the icon.</param>
/// <param name="Id">Application id.</param>
/// <param name="VersionName">Version that people see.</param>
/// <param name="VersionCode">Version that devices compare.</param>
public sealed record AndroidPackage(string Name, string Id, string VersionName, string VersionCode);
