using Slipway.Cli.Output;

namespace Slipway.Cli;

/// <summary>What every verb needs from the process.</summary>
/// <param name="Terminal">The streams of the process.</param>
/// <param name="Cancellation">Fires on Ctrl-C.</param>
internal sealed record CommandContext(Terminal Terminal, CancellationToken Cancellation);
