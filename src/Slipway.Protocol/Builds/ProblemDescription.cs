namespace Slipway.Protocol.Builds;

/// <summary>A problem on the wire.</summary>
/// <param name="Code">The code of the catalogue.</param>
/// <param name="Severity">Notice, Warning or Error.</param>
/// <param name="Where">File, entry, option or element.</param>
/// <param name="Message">What is wrong there.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Blame">User, Network, Machine or Slipway.</param>
public sealed record ProblemDescription(string Code, string Severity, string Where, string Message, string Remedy, string Blame);
