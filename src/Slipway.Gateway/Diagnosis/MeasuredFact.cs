namespace Slipway.Gateway.Diagnosis;

/// <summary>A measured value.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The measured value, with its unit.</param>
public sealed record MeasuredFact(string Name, string Value);
