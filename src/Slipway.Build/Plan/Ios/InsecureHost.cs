namespace Slipway.Build.Plan.Ios;

/// <summary>A host that may be reached by plain http.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IncludesSubdomains">Those below it, too.</param>
public sealed record InsecureHost(string Name, bool IncludesSubdomains);
