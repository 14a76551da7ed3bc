namespace Slipway.Protocol.Problems;

/// <summary>What a problem does to the build.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing has to be done.</summary>
    Notice,

    /// <summary>The build goes on, but somebody will probably regret it.</summary>
    Warning,

    /// <summary>There is no build.</summary>
    Error,
}
