namespace Slipway.Server.Requests;

/// <summary>Metadata of a route: a request with an Idempotency-Key is carried out once, and answered alike however often it comes.</summary>
/// <param name="Operation">What the route does; keys of other operations never meet it.</param>
internal sealed record Once(string Operation);
