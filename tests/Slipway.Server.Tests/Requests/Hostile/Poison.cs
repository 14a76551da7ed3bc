namespace Slipway.Server.Tests.Requests.Hostile;

/// <summary>A body that nobody sends who means well.</summary>
/// <param name="What">What is wrong with it, and where.</param>
/// <param name="Json">The body.</param>
/// <param name="IsRefused">Must it be refused? Otherwise it must not break anything.</param>
internal sealed record Poison(string What, string Json, bool IsRefused);
