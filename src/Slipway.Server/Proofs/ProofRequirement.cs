namespace Slipway.Server.Proofs;

/// <summary>Metadata of a route: its requirements for the proof of a machine. A proof in a request is always checked.</summary>
/// <param name="IsNeeded">Whether requests without a proof are refused.</param>
internal sealed record ProofRequirement(bool IsNeeded);
