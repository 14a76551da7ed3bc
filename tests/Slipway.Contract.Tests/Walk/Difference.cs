namespace Slipway.Contract.Tests.Walk;

/// <summary>One departure of a served document from the expected one.</summary>
/// <param name="Kind">How.</param>
/// <param name="Where">The operation, or the schema and its property.</param>
/// <param name="What">What was expected there, and what is served.</param>
internal sealed record Difference(DifferenceKind Kind, string Where, string What)
{
    public override string ToString() => $"{Kind}: {Where}: {What}";
}
