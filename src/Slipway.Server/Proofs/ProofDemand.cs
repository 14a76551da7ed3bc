namespace Slipway.Server.Proofs;

/// <summary>Metadata of a route: what it wants of the proof of a server. A proof that is there is always checked.</summary>
/// <param name="IsNeeded">Without a proof there is no answer.</param>
internal sealed record ProofDemand(bool IsNeeded);
