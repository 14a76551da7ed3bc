namespace Slipway.Gateway.Diagnosis;

/// <summary>A command line of another tool.</summary>
/// <param name="Tool">curl, openssl, dig, powershell.</param>
/// <param name="Line">The line, ready to be pasted.</param>
public sealed record ToolLine(string Tool, string Line);
