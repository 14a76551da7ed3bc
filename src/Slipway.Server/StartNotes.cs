using Slipway.Protocol.Problems;

namespace Slipway.Server;

/// <summary>What whoever starts a server should know, although it starts.</summary>
/// <param name="Problems">The problems.</param>
internal sealed record StartNotes(IReadOnlyList<Problem> Problems);
