namespace Slipway.Server.Proofs;

/// <summary>Metadata of a route whose body need not be covered by the proof: the address contains its hash, or the body is discarded.</summary>
internal sealed record BodyHashInPath;
