namespace Slipway.Connectivity.Tests.Guides;

/// <summary>A command of a guide.</summary>
/// <param name="Host">Where it is given.</param>
/// <param name="Command">The line for a shell.</param>
/// <param name="Expected">Lines that it prints; … stands for any text.</param>
/// <param name="GoesOn">Whether it is a service, which goes on (the line ends with an ampersand).</param>
public sealed record Step(string Host, string Command, IReadOnlyList<string> Expected, bool GoesOn);
