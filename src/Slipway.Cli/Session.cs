using Slipway.Cli.Output;

namespace Slipway.Cli;

/// <summary>What every verb has at hand.</summary>
/// <param name="Terminal">The streams of the process.</param>
/// <param name="Cancellation">Fires when somebody presses Ctrl-C.</param>
internal sealed record Session(Terminal Terminal, CancellationToken Cancellation);
