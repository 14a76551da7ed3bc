namespace Slipway.Server.Requests;

/// <summary>Metadata of a route: a request with an Idempotency-Key is executed once, and repetitions get the same answer.</summary>
/// <param name="Operation">Name of the operation; keys are separate for each operation.</param>
internal sealed record IdempotentOperation(string Operation);
