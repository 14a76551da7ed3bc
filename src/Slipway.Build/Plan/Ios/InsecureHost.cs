namespace Slipway.Build.Plan.Ios;

/// <summary>A host that the app may reach by plain HTTP.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IncludesSubdomains">Whether its subdomains are included.</param>
public sealed record InsecureHost(string Name, bool IncludesSubdomains);
