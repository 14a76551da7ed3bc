namespace Slipway.Server.Proofs;

/// <summary>Metadata of a route whose body needs no hash of its own in the proof of a server: the address has it, or nothing comes of the body.</summary>
internal sealed record NamedContent;
