namespace Slipway.Formats.Tests.Fuzz;

/// <summary>What came of a run.</summary>
/// <param name="Accepted">Inputs that the reader took; too few of them mean that the mutations never get past the header.</param>
/// <param name="Failure">The first failure; null when there was none.</param>
internal sealed record FuzzReport(int Accepted, FuzzFailure? Failure);
