namespace Slipway.Gateway.Diagnosis;

/// <summary>Something that was measured.</summary>
/// <param name="Name">What.</param>
/// <param name="Value">The measured value, with its unit.</param>
public sealed record Fact(string Name, string Value);
