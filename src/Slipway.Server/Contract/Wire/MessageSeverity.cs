namespace Slipway.Server.Contract.Wire;

/// <summary>How serious a message is.</summary>
internal enum MessageSeverity
{
    /// <summary>Progress.</summary>
    Info,

    /// <summary>The build continues, but the message needs attention.</summary>
    Warning,

    /// <summary>The build fails.</summary>
    Error,
}
