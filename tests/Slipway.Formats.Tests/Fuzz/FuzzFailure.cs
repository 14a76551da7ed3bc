namespace Slipway.Formats.Tests.Fuzz;

/// <summary>What a reader did wrong.</summary>
/// <param name="Target">The reader.</param>
/// <param name="Number">Number of the input under its seed.</param>
/// <param name="What">What happened.</param>
/// <param name="Input">The input.</param>
internal sealed record FuzzFailure(string Target, int Number, string What, byte[] Input)
{
    public override string ToString() => $"{Target} #{Number} ({Input.Length} bytes): {What}\n{(Input.Length <= 4096 ? Convert.ToBase64String(Input) : "")}";
}
