namespace Slipway.Server.Contract.Wire;

/// <summary>How serious a message is.</summary>
internal enum MessageSeverity
{
    /// <summary>Progress.</summary>
    Info,

    /// <summary>The build goes on, but somebody should look.</summary>
    Warning,

    /// <summary>The build ends.</summary>
    Error,
}
