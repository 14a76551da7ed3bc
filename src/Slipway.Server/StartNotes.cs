using Slipway.Protocol.Problems;

namespace Slipway.Server;

/// <summary>Warnings to show at the start of a server that do not prevent it.</summary>
/// <param name="Problems">The problems.</param>
internal sealed record StartNotes(IReadOnlyList<Problem> Problems);
